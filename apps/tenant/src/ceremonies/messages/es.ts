import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "join.network": "Red",
  "join.title": "Unirse a la red",
  "join.title-member": "Su lugar en la red",
  "join.lead":
    "Los estados comparten capacitaciones, guías prácticas y cifras en una red. Esta página lleva a su oficina hasta ella, paso a paso. Puede dejarla cuando quiera; continúa donde usted estaba.",
  "join.lead-member": "Lo primero que hace su oficina como miembro, y por qué datos la conocen los demás.",
  "join.step.find": "Encontrar la red",
  "join.step.ask": "Comprobarla y pedir",
  "join.step.wait": "Leer su huella en voz alta",
  "join.step.member": "Miembro",
  "join.switching": "Ya es miembro. Su oficina está pasando a la red.",
  "join.switching-do": "Tarda unos segundos. Vuelva a abrir esta página.",
  "find.before": "Antes de empezar",
  "find.before-call":
    "Llame por teléfono a uno de los custodios de la red, a un número que usted ya conocía. Los custodios son las personas que guardan sus claves.",
  "find.before-two":
    "Pida dos cosas: la dirección de la región de la red, o de cualquier miembro, y el identificador de la red. Pida que se lo lean en voz alta.",
  "find.before-safe":
    "El identificador lo protege: quien responda en esa dirección debe demostrar que es esa red y no otra.",
  "find.address": "Dirección de la región o de cualquier miembro",
  "find.address-hint": "Por ejemplo https://region.example.gov",
  "find.id": "El identificador de la red, tal como se lo leyeron",
  "find.id-hint":
    "64 letras de la a a la f y cifras, en 16 grupos de cuatro. Los espacios y las mayúsculas no importan.",
  "find.go": "Encontrar la red",
  "find.ourselves": "Por qué datos lo conocerá la red",
  "find.ourselves-why": "Nada de esto se envía antes de que usted lo diga.",
  "ourselves.name": "Nombre",
  "ourselves.code": "Código",
  "ourselves.address": "Dirección",
  "ourselves.print": "Huella de su clave",
  "network.id": "Identificador de la red",
  "network.list": "Lista de miembros",
  "network.version": "Versión {version}, firmada el {since}, válida hasta el {until}",
  "network.desk": "Recibe las solicitudes",
  "network.no-desk": "Nadie: esta red no tiene región. Envíe su solicitud por correo a un custodio.",
  "network.members":
    "{count, plural, =0 {Todavía no hay ningún miembro} one {Su único miembro} other {Sus # miembros}}",
  "network.member": "Miembro",
  "network.address": "Dirección",
  "network.standing": "Situación",
  "network.status.active": "Miembro",
  "network.status.suspended": "Suspendido",
  "network.status.left": "Se fue",
  "ask.found": "Se encontró la red, y sus firmas coinciden con el identificador que le leyeron.",
  "ask.network": "¿Es esta la red a la que se refiere?",
  "ask.network-why": "Debería conocer algunas de estas oficinas.",
  "ask.ourselves": "¿Son ustedes?",
  "ask.ourselves-why":
    "El nombre y la dirección están en la configuración de su instancia. Si alguno está mal, haga que lo corrijan antes de pedir: lo verán todos los miembros.",
  "ask.request": "Pedir el ingreso",
  "ask.request-why":
    "Su oficina firma una solicitud con su propia clave. Contiene lo que ve arriba y nada sobre ninguna persona. {desk} la guarda para que la vean los custodios.",
  "ask.request-no-desk":
    "Su oficina firma una solicitud con su propia clave. Contiene lo que ve arriba y nada sobre ninguna persona. Usted la envía por correo a un custodio.",
  "ask.send": "Firmarla y enviarla a {desk}",
  "ask.file": "Firmarla como archivo para enviar por correo",
  "stop.why": "¿No es esta red? No se pierde nada: su clave, sus capacitaciones y sus cifras se quedan.",
  "stop.go": "Empezar de nuevo",
  "wait.look": "Consultar ahora",
  "wait.looked": "Última consulta: {at}. Se vuelve a consultar cada minuto, aunque cierre esta página.",
  "wait.standing.ready": "Su solicitud está firmada y aún no se ha entregado",
  "wait.do.ready": "Envíe el archivo por correo a un custodio, y llámelo por teléfono.",
  "wait.standing.waiting": "Su solicitud se entregó. Espera a los custodios.",
  "wait.do.waiting": "Llame a un custodio y léale su huella en voz alta. Todavía nadie ha firmado.",
  "wait.standing.proposed": "Un custodio ya firmó. Faltan otros.",
  "wait.do.proposed": "No tiene que hacer nada más que contestar si lo llaman por teléfono.",
  "wait.standing.unknown": "La red todavía no lo nombra",
  "wait.do.unknown":
    "Si envió la solicitud por correo, alguien tiene que recibirla todavía. Si la envió hace más de 30 días, ya no vale: empiece de nuevo.",
  "wait.standing.unreachable": "La red no respondió en este momento",
  "wait.do.unreachable": "Su solicitud sigue en pie. Si esto dura horas, llame a un custodio.",
  "wait.standing.other-key": "La red nombra su código con otra clave",
  "wait.do.other-key":
    "Es posible que otra persona haya pedido en su nombre. Llame de inmediato a un custodio, a un número que usted ya conocía.",
  "wait.standing.unwanted": "La red lo nombra, pero no como miembro activo",
  "wait.do.unwanted": "Llame a un custodio y pregunte por qué.",
  "wait.sent": "Su solicitud se envió",
  "wait.sent-why":
    "{desk} la tiene desde el {date}. Si allí se pierde, envíe el archivo por correo a un custodio.",
  "wait.send": "Envíe su solicitud por correo",
  "wait.send-why": "Se firmó el {date} y vale 30 días. Descárguela y envíela por correo a un custodio.",
  "wait.download": "Descargar la solicitud",
  "wait.call": "Lea su huella por teléfono",
  "wait.call-why":
    "Diga su nombre y su oficina, y lea estos grupos en voz alta. La otra persona los escribe.",
  "wait.call-never": "Nunca envíe la huella por correo ni por chat. Solo su voz demuestra que es usted.",
  "wait.keepers": "Firman los custodios",
  "wait.keepers-why": "Tantos como la red haya acordado. No tienen que estar en el mismo lugar.",
  "wait.then": "Su oficina pasa a la red por sí sola",
  "wait.then-why":
    "En cuanto la lista de miembros lo nombre, su oficina ingresa. Nadie tiene que hacer nada en su servidor. Lo que publicó mientras estaba sola se le ofrece entonces para publicarlo de nuevo, a la vista de todos.",
  "wait.ourselves": "Lo que dice la solicitud",
  "member.is": "Su oficina es miembro de la red",
  "member.is-why":
    "{count, plural, =0 {Todavía no hay otro estado en ella.} one {Hay otro estado en ella. Su material llega por sí solo.} other {Hay otros # estados en ella. Su material llega por sí solo.}}",
  "member.first": "Lo primero que hay que hacer",
  "member.read": "Lea lo que comparten los demás",
  "member.read-why": "Nada entra en su catálogo hasta que usted lo adopta.",
  "member.read-go": "Abrir lo recibido",
  "member.give": "Comparta algo suyo",
  "member.give-why":
    "{count, plural, =0 {Nada suyo está listo para publicar: ofrezca primero una capacitación en su propio catálogo.} one {Un material suyo se puede publicar.} other {# materiales suyos se pueden publicar.}}",
  "member.give-go": "Abrir lo que publica",
  "member.figures": "Publique sus cifras",
  "member.figures-why":
    "{count, plural, one {Un mes se publicó antes de su ingreso y la red no lo tiene. Ábralo, revíselo y publíquelo de nuevo.} other {# meses se publicaron antes de su ingreso y la red no los tiene. Abra cada uno, revíselo y publíquelo de nuevo.}}",
  "member.figures-none": "La región compara lo que cada estado publica cada mes.",
  "member.figures-go": "Abrir sus cifras",
  "member.network": "Por qué datos lo conocen los demás",
  "member.all": "Todos los miembros y sus claves",
  "key.title": "Nuestra clave",
  "key.lead":
    "Su oficina firma todo lo que comparte con una clave que solo tiene su servidor. Aquí la cambia, y averigua qué hacer si le pasó algo a ella o a su base de datos.",
  "key.alone": "Su oficina todavía no está en una red",
  "key.alone-why": "Su clave importa cuando otros confían en ella.",
  "key.entries": "Entradas firmadas hasta ahora",
  "key.entries-value": "{count, plural, =0 {Ninguna} one {# entrada} other {# entradas}}",
  "key.signing": "Firma",
  "key.signing-yes": "La red acepta lo que firma esta clave",
  "key.signing-no": "Detenida. Vea más abajo.",
  "key.signing-unnamed": "La red no acepta lo que firma esta clave",
  "key.new": "Una clave nueva",
  "key.new-why":
    "Cambie la clave una vez al año, y cuando se vaya alguien que podía entrar en su servidor. Su oficina misma hace la clave nueva, y la actual responde por ella. Necesita a un custodio al teléfono. Mientras tanto se sigue compartiendo.",
  "key.send": "Hacer una clave nueva y enviar la solicitud a {desk}",
  "key.file": "Hacer una clave nueva y un archivo para enviar por correo",
  "key.standing.waiting": "Su solicitud de una clave nueva se entregó",
  "key.standing.proposed": "Los custodios están firmando",
  "key.standing.unknown": "La red todavía no nombra la clave nueva",
  "key.standing.unreachable": "La red no respondió en este momento",
  "key.standing.other-key": "La red nombra otra clave",
  "key.standing.unwanted": "La red no acepta la clave nueva",
  "key.read": "Llame a un custodio y léale dos cosas",
  "key.read-why": "Primero la huella de la clave nueva:",
  "key.read-one": "Llame a un custodio y léale la huella",
  "key.read-one-why":
    "Los custodios cierran primero su registro. Después dejan firmar a la clave nueva, que tiene esta huella:",
  "key.read-from": "Después el número de su próxima entrada: {seq}",
  "key.then": "La clave nueva empieza a valer por sí sola",
  "key.then-why":
    "En cuanto la lista de miembros la nombre, su oficina firma con ella, y el archivo de la clave vieja desaparece. Vuelva entonces a esta página: dice qué debe leer a un custodio para que la clave vieja termine.",
  "key.stop": "Prescindir de la clave nueva",
  "key.retire": "La clave vieja ya puede terminar",
  "key.retire-do":
    "Su oficina firma con la clave nueva. Llame a un custodio: la clave con esta huella termina en la entrada {seq}.",
  "stolen.title": "Otra persona puede tener nuestra clave",
  "stolen.why":
    "Alguien entró en un servidor, falta un disco o una copia de las claves, o se publicó en su nombre algo que ustedes no publicaron. Primero deje de firmar y después pregunte: lo que compartió se queda, y sus miembros y alumnos no notan nada.",
  "stolen.halt": "Dejar de firmar ahora",
  "stolen.halted": "Su oficina ya no firma nada",
  "stolen.halted-why": "Lo que adoptó funciona como antes. Las anulaciones de otros estados siguen valiendo.",
  "stolen.call": "Llame ahora a un custodio",
  "stolen.call-why":
    "Diga que tal vez le robaron la clave y lea su última entrada. Si una posterior no es suya, dígalo: los custodios cierran en la última que sí lo es. Lo que un ladrón firmó después no vale en ninguna parte, y lo que anuló vuelve.",
  "stolen.seq": "Número de la última entrada",
  "stolen.head": "Su código (hash)",
  "stolen.find": "Averigüe cómo pasó",
  "stolen.find-why":
    "Quien administra su servidor cierra el hueco. Una clave nueva en el mismo servidor abierto se robaría otra vez.",
  "stolen.new": "Después haga una clave nueva",
  "stolen.new-why":
    "Use «Una clave nueva», más abajo. La clave vieja no responde por ella, así que el custodio se guía solo por su voz. La firma continúa por sí sola en cuanto la lista de miembros la nombre.",
  "stolen.false": "Fue una falsa alarma: seguir firmando",
  "stolen.false-why": "Solo si está seguro, y antes de que los custodios hayan cerrado algo.",
  "restore.title": "Se restauró nuestra base de datos",
  "restore.why":
    "Después de restaurar una copia de seguridad faltan sus entradas más nuevas. Los demás miembros las tienen y las devuelven. Su oficina lo nota por sí sola y no firma nada hasta que eso esté hecho.",
  "restore.behind": "Su base de datos está atrasada respecto a lo que su oficina firmó",
  "restore.behind-why": "Tiene entradas hasta la {have}, y se firmó la entrada {seq}.",
  "restore.go": "Buscar y recuperar lo que falta",
  "restore.counts":
    "{recovered, plural, =0 {No se recuperó ninguna entrada} one {Se recuperó # entrada} other {Se recuperaron # entradas}}. {missing, plural, =0 {No falta ningún archivo.} one {Falta por llegar # archivo.} other {Faltan por llegar # archivos.}}",
  "restore.lost": "Las entradas {from} a {through} se firmaron alguna vez, y nadie que respondió las tiene.",
  "restore.state.in-order": "No falta nada",
  "restore.do.in-order": "Su base de datos tiene todo lo que su oficina ha firmado.",
  "restore.state.close-epoch": "Llame ahora a un custodio",
  "restore.do.close-epoch":
    "Diga que se restauró su base de datos y lea su última entrada. Los custodios cierran ahí su registro. Después haga una clave nueva, más arriba: con ella continúa la firma.",
  "restore.state.new-key": "Los custodios cerraron su registro",
  "restore.do.new-key": "Haga ahora una clave nueva, más arriba. Con ella la firma continúa por sí sola.",
  "restore.state.restored": "Sus entradas están otra vez en orden",
  "restore.do.restored": "La firma continúa.",
  "restore.state.unreachable": "Ningún miembro dio lo que falta",
  "restore.do.unreachable":
    "Inténtelo otra vez en una hora. Mientras tanto su oficina no firma nada, y eso no hace daño.",
  "restore.state.not-ours": "Otros tienen entradas que su oficina nunca firmó",
  "restore.do.not-ours":
    "No se tomó nada de ellos. Tal vez otra persona firma con su clave: deje de firmar, llame a un custodio y lea su última entrada propia. Si la carpeta de claves también se restauró de una copia, quien administra su servidor puede decirlo con la orden «feed restore».",
  "leave.title": "Dejar la red",
  "leave.why":
    "Todo lo que adoptó se queda con usted, y lo que compartió se queda con los demás. Retire primero lo que nadie deba seguir usando: después de irse ya no puede decir nada.",
  "leave.how":
    "Luego llame a un custodio. Los custodios anotan que su oficina se fue; en su servidor no hay que hacer nada. Puede volver de la misma manera.",
  "ceremonies.id-form":
    "El identificador tiene 64 letras de la a a la f y cifras. Pida que se lo lean otra vez, grupo por grupo.",
  "ceremonies.address-form": "Escriba una dirección web, como https://region.example.gov",
  "ceremonies.address-refused":
    "Esta dirección no puede ser de un miembro: debe empezar con https:// y estar al alcance de todos en internet.",
  "ceremonies.no-answer":
    "Ninguna red respondió en esta dirección. Compárela letra por letra; si es correcta, inténtelo más tarde o use la de otro miembro.",
  "ceremonies.wrong-network":
    "La red de esta dirección tiene otro identificador. Pida que se lo lean otra vez. Si sigue igual, no continúe: llame a un custodio.",
  "ceremonies.not-verified":
    "Lo que dice esta dirección no vale: sus firmas no son correctas ({reason}). Use la dirección de otro miembro y avise a un custodio.",
  "ceremonies.expired":
    "La lista de miembros de esta dirección ha vencido. Pida a un custodio que la renueve, o use la dirección de un miembro que esté al día.",
  "ceremonies.code-taken":
    "Esta red ya tiene un miembro {code}, con otra clave o no activo. Llame a un custodio antes de continuar.",
  "ceremonies.member-already": "Esta oficina ya está en una red.",
  "ceremonies.nothing-begun": "Primero encuentre la red.",
  "ceremonies.no-desk":
    "Esta red no tiene una región que reciba solicitudes. Descargue la solicitud y envíela por correo.",
  "ceremonies.desk-unreachable":
    "La región no respondió. Su solicitud está firmada y guardada: descárguela y envíela por correo a un custodio, o empiece de nuevo más tarde.",
  "ceremonies.desk-refused":
    "La región no aceptó la solicitud ({code}). Descárguela y envíela por correo a un custodio, o llame por teléfono.",
  "ceremonies.folder-broken":
    "Lo que esta oficina anotó de la red no se puede leer. Quien administra el servidor lo encuentra en la carpeta de claves.",
  "ceremonies.folder-unwritable":
    "No se puede escribir en la carpeta de claves. Quien administra el servidor debe permitirlo.",
  "ceremonies.not-a-member": "Primero únase a la red.",
  "ceremonies.no-key-asked": "No hay ninguna clave nueva en espera.",
  "ceremonies.key-named": "La lista de miembros ya nombra la clave nueva: empieza a valer por sí sola.",
} satisfies Catalog<keyof typeof en>;
