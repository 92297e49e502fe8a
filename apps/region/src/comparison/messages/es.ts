import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "home.title":
    "{states, plural, =1 {Un programa estatal} =2 {Dos programas estatales} =3 {Tres programas estatales} =4 {Cuatro programas estatales} =5 {Cinco programas estatales} =6 {Seis programas estatales} =7 {Siete programas estatales} =8 {Ocho programas estatales} =9 {Nueve programas estatales} =10 {Diez programas estatales} =11 {Once programas estatales} =12 {Doce programas estatales} other {# programas estatales}} contra la trata de personas, lado a lado",
  "home.browser": "Cifras de los programas estatales",
  "home.description":
    "Miembros, crecimiento, sectores y capacitación de los programas estatales de empresas contra la trata de personas, cada cifra con su fecha, su unidad y su fuente.",
  "home.lead":
    "Empresas, organizaciones sin fines de lucro y entidades públicas se unen a estos programas para capacitar a su personal e incorporar en sus normas un plan contra la trata. Cada estado cuenta por su parte, firma sus cifras y las publica; esta página comprueba las firmas y las pone lado a lado.",
  "home.press": "Una página para imprimir (PDF)",
  "home.data": "Todos los datos en CSV y JSON",
  "home.counted": "contado el {day}",
  "home.where": "Qué tan recientes son las cifras",
  "home.empty": "Ningún estado ha publicado cifras todavía",
  "home.empty-body":
    "Las cifras aparecen aquí pocos minutos después de que la oficina de un estado publica su primer mes. Hasta entonces no se muestra nada, y nada se cuenta como cero.",
  "home.network": "Ver quién está en la red",
  "sum.members": "{members} miembros activos en {states, plural, one {un estado} other {# estados}}",
  "sum.members-on": "{from, select, same {Contados el {to}.} other {Contados entre el {from} y el {to}.}}",
  "sum.employees": "Declaran {employees} empleados, a quienes se puede capacitar en el trabajo.",
  "sum.rate": "Son {rate} miembros por cada 1,000 establecimientos de estos estados.",
  "sum.growth":
    "En {states, plural, one {el único estado que publicó} other {los # estados que publicaron}} ambos meses, los miembros pasaron de {before} en {from} a {after} en {to}.",
  "sum.late":
    "{count, plural, one {Las cifras de {places} están atrasadas; los totales contienen lo último que publicó.} other {Las cifras de {places} están atrasadas; los totales contienen lo último que publicaron.}}",
  "sum.missing":
    "{count, plural, one {{places} no ha publicado nada todavía y no está en los totales.} other {{places} no han publicado nada todavía y no están en los totales.}}",
  "sum.activity": "En {month}, empleados y profesionales completaron {completions} capacitaciones.",
  "sum.activity-hidden":
    "El número de capacitaciones completadas en {month} está oculto para la región, porque está oculto en {hidden, plural, one {un estado} other {# estados}}.",
  "members.heading": "Los miembros y quienes trabajan para ellos",
  "members.chart": "Miembros activos por estado",
  "members.chart-is":
    "Barras horizontales, una por estado, la más larga primero. {highest} tiene la mayor cantidad: {value}.",
  "members.rate": "Miembros por cada 1,000 establecimientos",
  "members.rate-is":
    "Barras horizontales, una por estado, la más alta primero. {highest} tiene la tasa más alta: {value}.",
  "members.map": "Dónde la tasa es más alta",
  "members.map-is":
    "Un mapa de los estados de la red, con trama más densa donde hay más miembros por cada 1,000 establecimientos. La tasa más alta es {value}, en {highest}.",
  "members.table": "Miembros, tasas y empleados por estado",
  "members.all":
    "{states, plural, =1 {Un estado} other {# estados}}{all, select, yes {, todos} other {, sin los demás}}",
  "members.late-note":
    "{why, select, month {atrasado: sin cifras tras {month}} silent {atrasado: sin noticias desde el {heard}} other {atrasado}}",
  "rate.source": "{series}, {year}: todos los establecimientos del estado",
  "note.register":
    "Los miembros activos son los del registro del estado el día en que contó. Su directorio público puede mostrar menos, porque un miembro puede elegir no aparecer, y las páginas del estado pueden contar ya a quienes se unieron después.",
  "note.establishment":
    "Un establecimiento es un lugar de trabajo; un miembro suele ser una empresa, y una empresa puede tener muchos establecimientos. La tasa dice cuánto se ha extendido un programa, no qué parte de las empresas se ha unido.",
  "note.like":
    "Los programas difieren en a quién aceptan. Donde un estado cuenta de otra manera, sus propias palabras dicen cómo.",
  "note.employees": "Los empleados son los que cada miembro anotó en su solicitud. Nadie más los contó.",
  "col.state": "Estado",
  "col.members": "Miembros activos",
  "col.rate": "Miembros por cada 1,000 establecimientos",
  "col.establishments": "Establecimientos, {year}",
  "col.employees": "Empleados declarados",
  "col.counties": "Condados con algún miembro",
  "col.as-of": "Contados el",
  "col.month": "Mes",
  "col.sector": "Sector (NAICS 2022)",
  "col.sector-rate": "Miembros por cada 1,000 establecimientos del sector, {year}",
  "col.joined": "Se unieron",
  "col.renewed": "Renovaron",
  "col.lapsed": "Vencieron",
  "col.revoked": "Revocados",
  "col.completions": "Capacitaciones completadas",
  "col.contact-hours": "Horas de contacto",
  "col.toolkit-adoptions": "Guías prácticas adoptadas",
  "col.level": "Nivel",
  "col.newest": "Mes más reciente",
  "col.signed": "Firmado por el estado",
  "col.heard": "Último contacto",
  "col.status": "Situación",
  "counties-of": "{reached} de {of}",
  "no-denominator": "Sin denominador",
  "members.spread": "Cuánto se ha extendido cada programa",
  "growth.heading": "Crecimiento por mes",
  "growth.chart": "Miembros activos al final de cada mes",
  "growth.chart-is":
    "Una gráfica pequeña por estado, todas con la misma escala, de {from} a {to}. Un hueco es un mes que el estado no publicó.",
  "growth.from":
    "{cut, select, yes {Solo se muestran los {months} meses más recientes; la página de cada estado tiene todos los meses que publicó.} other {Las primeras cifras publicadas son de {month}.}} Un programa puede ser más antiguo que sus cifras.",
  "growth.note": "El último punto de un mes que aún no termina se mueve hasta que el mes termina.",
  "sectors.heading": "Sectores",
  "sectors.chart": "Miembros activos por sector, todos los estados",
  "sectors.chart-is":
    "Barras horizontales, una por sector del Sistema de Clasificación Industrial de América del Norte, la más larga primero. El mayor es {highest}, con {value} miembros.",
  "sectors.rates": "Salud, y alojamiento y alimentos",
  "sectors.rates-note":
    "De {series}, {year}, se usan solo las cuentas de estos dos sectores: al archivo le faltan otros tres, así que los sectores nunca se suman para formar un total.",
  "sectors.note": "Cada miembro se cuenta una vez, en el sector que nombró primero.",
  "reach.chart": "Empleados que declaran los miembros, por estado",
  "reach.chart-is":
    "Barras horizontales, una por estado, la más larga primero. {highest} tiene la mayor cantidad: {value}.",
  "activity.heading": "Capacitación y guías prácticas en {month}",
  "activity.table": "Capacitaciones completadas, horas de contacto y guías prácticas por estado, {month}",
  "activity.lead":
    "Estas cifras tratan de personas que aprenden, así que cada estado publica un solo total al mes y lo oculta cuando es pequeño.",
  "activity.total": "Región",
  "activity.hidden": "Oculto",
  "activity.missing": "No publicado",
  "activity.rule.small-count":
    "muy pocos para publicarse: un número menor que {threshold}, o sobre menos de {threshold} personas o miembros",
  "activity.rule.small-difference":
    "tan cercano a una cifra anterior que la diferencia hablaría de personas concretas",
  "activity.total-hidden":
    "Oculto, porque {hidden, plural, one {la cifra de un estado está oculta} other {las cifras de # estados están ocultas}}. Los demás en conjunto: {others}",
  "activity.total-missing":
    "sin {missing, plural, one {un estado que no ha publicado} other {# estados que no han publicado}} el mes",
  "activity.hidden-note":
    "Una cifra oculta no es cero ni falta. Un total regional que revelaría una cifra oculta también se oculta.",
  "fresh.heading": "Qué tan recientes son las cifras de cada estado",
  "fresh.table": "Actualidad por estado",
  "fresh.lead":
    "Las cifras de un mes deben publicarse {days} días después de que el mes termina. El mes que corresponde ahora es {month}.",
  "fresh.current": "Al día",
  "fresh.late": "Atrasado",
  "fresh.none": "Nada todavía",
  never: "nunca",
  "none-yet": "Ninguno todavía",
  "late.month-missing": "No se publicó el mes que corresponde. El más reciente es {month}.",
  "late.unreachable": "Su sitio no responde. Último contacto: {heard}.",
  "late.not-verified":
    "Lo que su sitio responde ahora no se pudo comprobar, así que no se muestra. Último contacto: {heard}.",
  "late.quarantined": "Sus publicaciones se contradicen y están apartadas hasta que la red lo aclare.",
  "late.suspended": "La red lo ha suspendido.",
  "late.left": "Ha salido de la red.",
  "late.refused-malformed": "Su publicación más reciente no tiene la forma común y no se muestra.",
  "late.refused-wrong-jurisdiction": "Su publicación más reciente habla de otro estado y no se muestra.",
  "late.refused-future": "Su publicación más reciente es de un día que no ha llegado y no se muestra.",
  "data.same": "Las mismas cifras:",
  "data.csv": "CSV",
  "data.json": "JSON",
  "data.heading": "Llévese los datos",
  "data.lead":
    "Todas las cifras de esta página, con su mes, su fecha y si están atrasadas u ocultas. Los archivos están abiertos a todos, sin clave.",
  "data.membership": "Miembros, tasas y empleados por estado",
  "data.growth": "Miembros por estado y mes",
  "data.sectors": "Miembros por sector",
  "data.activity": "Capacitaciones, horas y guías prácticas, con las cifras ocultas marcadas",
  "data.freshness": "Actualidad por estado",
  "data.network": "Miembros de la red y sus claves",
  "data.docs": "Cómo leer estos archivos, y toda la API",
  "state.over": "Cifras de un estado",
  "state.lead": "El mes más reciente es {month}, contado el {day}.",
  "state.register":
    "Los miembros activos son los del registro del estado el {day}. Su directorio público puede mostrar menos, porque un miembro puede elegir no aparecer, y las páginas del estado pueden contar ya a quienes se unieron después.",
  "state.no-release": "No ha publicado cifras todavía.",
  "state.visit": "Ir al sitio del programa",
  "state.back": "Todos los estados",
  "state.difference": "En qué se distingue la cuenta de {place}",
  "state.late": "Estas cifras están atrasadas",
  "state.now": "El mes más reciente",
  "state.months": "Todos los meses publicados",
  "state.months-lead":
    "Lo que ocurrió en un mes pertenece a ese mes; los miembros, empleados y condados son los de su último día.",
  "state.levels": "Miembros por nivel",
  "state.sectors": "Miembros por sector",
  "state.definitions": "Qué significa cada cifra",
  "state.definition": "Definición",
  "state.unit": "Unidad",
  "state.differs": "Diferencia en este estado",
  "state.metric": "Cifra",
  "state.protection": "Qué se oculta, y por qué",
  "state.protection-rule":
    "Una cifra sobre personas que aprenden o que adoptan se publica como 0 o como {threshold} por lo menos.",
  "state.source": "cifras firmadas de {month}, revisión {revision}",
  "state.growth": "Miembros activos por mes",
  "state.growth-from":
    "Las primeras cifras publicadas son de {month}. El programa puede ser más antiguo que sus cifras.",
  "state.growth-is": "Una línea de {from} a {to}. Empieza en {first} y termina en {last}.",
  "metric.members": "Miembros activos",
  "metric.employees": "Empleados declarados",
  "metric.counties": "Condados con algún miembro",
  "metric.joined": "Se unieron en el mes",
  "metric.renewed": "Renovaron en el mes",
  "metric.lapsed": "Vencieron en el mes",
  "metric.revoked": "Revocados en el mes",
  "metric.completions": "Capacitaciones completadas en el mes",
  "metric.contact-hours": "Horas de contacto en el mes",
  "metric.toolkit-adoptions": "Guías prácticas adoptadas en el mes",
  "about.title": "Método y definiciones",
  "about.lead": "Cómo se obtienen estas cifras, qué significan y qué no dicen.",
  "about.path": "De la oficina de un estado a esta página",
  "about.path-count": "Un estado cuenta",
  "about.path-count-body":
    "Una vez al mes, el sistema del propio estado cuenta su registro de miembros y sus capacitaciones. Ningún dato de una persona o de una empresa sale del estado: una publicación contiene solo totales.",
  "about.path-protect": "Las cifras pequeñas se ocultan antes de salir",
  "about.path-protect-body":
    "El registro de miembros es público, así que sus cuentas son exactas. Una cifra sobre personas que aprenden se publica como 0 o como 11 por lo menos, o más donde un estado lo disponga; una menor se marca como oculta, con la regla, nunca como cero. Cuando un mes se revisa, una cifra que estaba oculta sigue oculta.",
  "about.path-sign": "El estado firma",
  "about.path-sign-body":
    "La publicación es una entrada del registro firmado del estado. Cada entrada contiene la huella de la anterior, de modo que nada puede cambiarse ni quitarse sin que se note.",
  "about.path-check": "La región comprueba",
  "about.path-check-body":
    "Este sitio toma las claves solo del registro de la red. Una publicación cuya firma, orden o forma esté mal no se muestra; queda la última correcta, marcada como atrasada.",
  "about.late": "Atrasado, oculto, no publicado: tres cosas distintas",
  "about.late-late": "Atrasado",
  "about.late-late-body":
    "El mes que corresponde no está, o no se puede consultar el sitio del estado. Sus últimas cifras se muestran y se cuentan en los totales, y cada total lo dice.",
  "about.late-hidden": "Oculto",
  "about.late-hidden-body":
    "Hay una cifra, y es muy pequeña para publicarse. Un total regional que la revelaría también se oculta; al lado se suma lo que muestran los demás estados.",
  "about.late-none": "No publicado",
  "about.late-none-body":
    "El estado no publicó este mes. Es un hueco en una línea, una celda vacía en un archivo, y nunca cero.",
  "about.rates": "Tasas",
  "about.rates-lead":
    "Una tasa divide los miembros activos de un estado entre sus establecimientos, por 1,000.",
  "about.denominators": "Entre qué se dividen las tasas",
  "about.population": "Habitantes, 2020",
  "about.sector62": "Establecimientos de salud, {year}",
  "about.sector72": "Establecimientos de alojamiento y alimentos, {year}",
  "about.sources":
    "Fuentes: Oficina del Censo de EE. UU. Habitantes: censo decenal de 2020, cuentas para la distribución de escaños. Establecimientos: County Business Patterns {year}, todos los sectores. Sectores 62 y 72: County Business Patterns {sectorYear}.",
  "about.sector-file":
    "Al archivo de sectores de {sectorYear} le faltan los sectores 31-33, 44-45 y 48-49, así que sus sectores nunca se suman.",
  "about.compare": "Qué tener en cuenta al comparar",
  "about.compare-age":
    "Un programa de cuatro años ha tenido más tiempo que uno de un año. El crecimiento por mes lo muestra mejor que los totales de hoy.",
  "about.compare-levels":
    "Algunos programas tienen niveles, otros no, y un nivel puede exigir o no la capacitación. Los niveles se muestran en la página de cada estado y nunca se suman entre estados.",
  "about.compare-impact":
    "La membresía no es una inspección, y estas cifras no miden cuánta trata hay ni cuánta se evitó.",
  "about.differences": "En qué se distinguen las cuentas de los estados",
  "about.no-differences": "Ningún estado ha señalado una diferencia.",
  "press.title": "Programas estatales contra la trata de personas: cifras de la región",
  "press.office": "Concord, cifras regionales",
  "press.rate": "Por cada 1,000 establecimientos",
  "press.file": "cifras-regionales",
} satisfies Catalog<keyof typeof en>;
