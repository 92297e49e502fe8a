import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "lobby.name": "La red de programas estatales",
  "lobby.title":
    "{count, plural, one {Un estado} =2 {Dos estados} =3 {Tres estados} =4 {Cuatro estados} =5 {Cinco estados} =6 {Seis estados} =7 {Siete estados} =8 {Ocho estados} other {# estados}}. Una biblioteca compartida. Cada uno a cargo de su propio programa.",
  "lobby.lead":
    "Las Secretarías de Estado invitan a las empresas a actuar contra la trata de personas. Aquí cada estado tiene su propio sitio, con sus datos y según sus reglas. Comparten capacitaciones y guías prácticas, y ninguno depende de que otro esté en marcha.",
  "lobby.tour": "El recorrido",
  "lobby.tour-begin": "Comenzar el recorrido",
  "lobby.tour-go-on": "Seguir con el recorrido",
  "lobby.states": "Los estados",
  "lobby.state": "Estado",
  "lobby.program": "Programa",
  "lobby.since": "{acronym}, desde {since}",
  "lobby.members": "Miembros publicados",
  "lobby.members-unknown": "aún sin noticia",
  "lobby.verified": "Última verificación por otro miembro",
  "lobby.verified-at": "{at}, {entries, plural, one {1 anotación firmada} other {# anotaciones firmadas}}",
  "lobby.verified-not": "todavía no",
  "lobby.standing": "Ahora",
  "lobby.phase.waiting": "Espera su turno",
  "lobby.phase.starting": "Iniciando",
  "lobby.phase.filling": "Creando datos de muestra, {percent} %",
  "lobby.phase.ready": "En marcha",
  "lobby.phase.stopped": "Apagado",
  "lobby.phase.failed": "No se inició",
  "lobby.progress": "Datos de muestra de {state}",
  "lobby.switch": "Interruptor",
  "lobby.switch-off": "Apagar",
  "lobby.switch-on": "Encender",
  "lobby.switch-of": "{change} {state}",
  "lobby.switch-note":
    "Si apaga uno, los demás siguen: lo que tomaron de él ya es suyo, archivo por archivo. No se pierde nada; al encenderlo de nuevo, se pone al día.",
  "lobby.switched.stopped": "{state} está apagado. Los demás siguen sin él.",
  "lobby.switched.starting": "{state} se está iniciando.",
  "lobby.switched.ready": "{state} está en marcha.",
  "lobby.switched.failed": "{state} no se inició.",
  "lobby.starting":
    "{ready} de {all} están en marcha. La primera vez se crean dos años de datos de muestra para cada estado, lo que tarda unos dos minutos.",
  "lobby.failed-note":
    "El registro en la terminal dice por qué. Intente encenderlo; si falla otra vez, detenga la red e iníciela con --fresh.",
  "lobby.map-title": "Quién está en la red",
  "lobby.map-desc":
    "Un mapa de los estados de la red. Cada uno lleva el emblema de su programa y su código postal; la lista de abajo los nombra a todos.",
  "lobby.map-note":
    "Los emblemas se dibujaron para esta demostración. No son sellos, y ninguna oficina estatal los ha aprobado. Contornos: Oficina del Censo de EE. UU.",
  "lobby.seat": "Hay un lugar abierto",
  "lobby.seat-body":
    "Según la oficina de Misisipi, se le han unido seis estados más, aparte de Texas y Iowa. Cinco están confirmados: Alabama, Georgia, Kentucky, Tennessee y Virginia Occidental. El sexto no lo está, y por eso aquí no hay ningún nombre. Iowa, fuera del Sureste, comenzó su programa en enero de 2022 y no participa en esta prueba.",
  "lobby.seat-how":
    "Un estado se une con una carpeta de ajustes: su nombre, oficina, imagen, reglas, juntas y cartas. No hace falta cambiar el programa. El archivo README explica cómo, en la sección “Run your own state”.",
  "lobby.events": "Lo que hicieron los estados hace poco",
  "lobby.events-lead": "Según lo cuentan los propios sitios de los estados. Primero, lo más reciente.",
  "lobby.events-none": "Todavía no se ha compartido nada",
  "lobby.events-none-body":
    "Cuando un estado publica una capacitación o adopta la de otro, aparece aquí en segundos.",
  "lobby.event.published": "{state} publicó «{title}»",
  "lobby.event.revised": "{state} revisó «{title}»",
  "lobby.event.adopted": "{state} adoptó «{title}»",
  "lobby.event.adopted-from": "{state} adoptó «{title}», de {from}",
  "lobby.event.figures": "{state} publicó sus cifras de {month}",
  "lobby.doors": "Tres maneras de entrar",
  "lobby.door.join": "Inscribirse como empresa",
  "lobby.door.join-body":
    "Un motel, una clínica, una empresa de transporte o una alianza de iglesias se inscribe en su propio estado. Las preguntas y los compromisos cambian de un estado a otro, porque los programas son distintos. Elija el suyo:",
  "lobby.door.run": "Dirigir el programa de un estado",
  "lobby.door.run-body":
    "Abra el escritorio de una oficina: solicitudes que esperan, capacitaciones, juntas profesionales, lo que ofrecen otros estados, cifras, y un registro de quién hizo qué.",
  "lobby.door.run-link": "Entrar como personal de la oficina",
  "lobby.door.compare": "Comparar los estados",
  "lobby.door.compare-body":
    "La región suma lo que cada estado publica y firma cada mes. Nunca ve una empresa ni una persona, y dice qué estado está atrasado.",
  "lobby.door.compare-link": "Abrir la comparación regional",
  "lobby.sign-ins": "Personas con las que puede entrar",
  "lobby.sign-ins-lead":
    "Son ficticias. Elija una y pida el enlace para entrar; llega al buzón de prueba de ese estado, a un clic de distancia.",
  "lobby.role.officer": "Personal del programa",
  "lobby.role.member": "Empresa miembro",
  "lobby.role.licensee": "Profesional con licencia",
  "lobby.not-running": "no está en marcha",
  "lobby.facts": "Qué es real aquí y qué es de muestra",
  "lobby.fact.real": "Real",
  "lobby.fact.real-body":
    "El software, las firmas de todo lo que comparten los estados, las reglas de cada programa cuando son públicas, las capacitaciones y guías prácticas, y cada resultado que usted provoque.",
  "lobby.fact.sample": "De muestra",
  "lobby.fact.sample-body":
    "Todas las empresas, personas, licencias, membresías, sesiones y cifras. Los nombres son inventados, los teléfonos son de la serie 555 y las direcciones terminan en .example. Ninguna oficina estatal dirige este sitio, responde por él ni le dio su sello.",
  "lobby.fact.unsure": "Supuesto",
  "lobby.fact.unsure-body":
    "Algunas reglas de algunos programas no son públicas. Están marcadas como supuestos en las páginas donde cuentan, o la página dice: pregunte a su oficina.",
  "lobby.fact.here": "En esta máquina",
  "lobby.fact.here-body":
    "Cada estado tiene su propia base de datos, sus archivos y sus claves, y habla con los demás solo por el protocolo firmado de la red. Nada sale de esta computadora y ninguna página carga nada de otro lugar.",
  "lobby.fact.reset": "Empezar de nuevo",
  "lobby.fact.reset-body":
    "El recorrido puede comenzar otra vez cuando quiera. Para vaciarlo todo, detenga la red e iníciela con:",
  "lobby.region-does": "Suma lo que firman los estados",
  "lobby.region-verifies": "verifica a los estados y no firma cifras",
  "lobby.region": "Comparación regional",
  "lobby.look-again": "Mirar otra vez",
  "away.title": "{state} está apagado",
  "away.body":
    "No se pierde nada, y los demás estados siguen en marcha. Puede encenderlo de nuevo en la lista de la entrada.",
  "away.starting": "{state} se está iniciando",
  "away.starting-body": "En un momento responderá aquí. La entrada muestra cuánto le falta.",
  "away.lobby": "Ir a la entrada",
  "error.title.not-found": "Esa página no existe",
  "error.body.not-found":
    "Puede que la dirección esté mal escrita o que la página se haya movido. Todos los estados están en la primera página de la entrada.",
  "error.title.forbidden": "No se aceptó",
  "error.body.forbidden":
    "La página en la que pulsó el botón era demasiado antigua o venía de otro lugar. Abra la entrada de nuevo e inténtelo otra vez.",
  "error.title.invalid": "No se entendió",
  "error.body.invalid": "Vuelva a la entrada e inténtelo desde allí.",
  "error.title.unexpected": "Algo salió mal",
  "error.body.unexpected":
    "No es culpa suya, y no se perdió nada de lo que hizo. Inténtelo de nuevo en un momento.",
  "error.request": "Si lo comunica, dé este número: {id}.",
} satisfies Catalog<keyof typeof en>;
