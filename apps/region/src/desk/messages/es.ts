import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "desk.title": "La mesa de los custodios",
  "desk.lead":
    "Unas pocas personas, los custodios, tienen cada una una clave. Juntas deciden quién está en esta red y qué claves valen. Aquí lo hacen, paso a paso.",
  "desk.how": "Cómo funciona",
  "desk.how.start": "Un custodio empieza",
  "desk.how.start-body":
    "Elija qué debe cambiar. Este sitio escribe el documento que lo dice y muestra qué cambiaría. Todavía no rige nada.",
  "desk.how.sign": "Firman los custodios que hacen falta",
  "desk.how.sign-body":
    "Deben firmar {threshold} de los {keys} custodios de la lista de miembros. Cada uno firma con su propia clave, en su propio escritorio. Las claves y sus contraseñas nunca salen de allí.",
  "desk.how.force": "Empieza a regir",
  "desk.how.force-body":
    "Con la última firma, este sitio lo comprueba todo otra vez, pone el documento en vigor y avisa a todos los miembros.",
  "desk.no-account": "Aquí no se inicia sesión. Lo que cuenta es una firma, y todos pueden ver qué se firmó.",
  "desk.waiting": "Esperan firmas",
  "desk.waiting.none": "No hay nada en espera",
  "desk.waiting.none-body":
    "Cuando un custodio firma un cambio, aparece aquí hasta que hayan firmado los demás que hacen falta.",
  "desk.requests": "Quién pide unirse, o pide otra clave",
  "desk.requests.none": "Nadie pide nada",
  "desk.requests.none-body":
    "Un estado lo pide desde su propia oficina, o en la página «Pedir unirse». Su solicitud aparece entonces aquí.",
  "desk.requests.ask": "Pedir unirse",
  "desk.requests.code": "Código",
  "desk.requests.name": "Nombre",
  "desk.requests.address": "Dirección",
  "desk.requests.until": "Espera hasta",
  "desk.requests.next": "Paso siguiente",
  "desk.requests.add": "Comprobar y añadir",
  "desk.requests.rotate": "Comprobar la clave nueva",
  "desk.begin": "Empezar otra cosa",
  "desk.history": "Lo que se hizo aquí",
  "desk.history.none": "Todavía no se ha firmado nada aquí.",
  "desk.trial": "Esto es una demostración. Tres custodios inventados dejaron sus claves para usted.",
  "desk.trial.link": "Hacer de custodio",

  "trial.title": "Hacer de custodio",
  "trial.lead":
    "En una red de verdad, cada custodio guarda su clave en una memoria USB dentro de una caja fuerte. Aquí Anna, Ben y Cleo son inventados, y usted puede usar sus claves. Deben firmar dos de los tres.",
  "trial.step.key": "Tome una clave",
  "trial.step.key-body": "Descargue la clave de Anna para la lista de miembros y copie la contraseña.",
  "trial.step.sign": "Firme en la mesa",
  "trial.step.sign-body":
    "Abra una solicitud o empiece algo en la mesa. Elija el archivo de clave, escriba la contraseña y firme.",
  "trial.step.other": "Firme como otra persona",
  "trial.step.other-body":
    "Tome la clave de Ben y firme el mismo documento. Con la segunda firma empieza a regir.",
  "trial.passphrase": "La contraseña de todas sus claves",
  "trial.keeper": "Un custodio inventado para esta demostración.",
  "trial.key.registry": "Clave para la lista de miembros",
  "trial.key.root": "Clave para el documento fundador",
  "trial.real":
    "Una red de verdad no tiene esta página. Allí nadie entrega nunca una clave ni una contraseña.",

  "waiting.registry": "Lista de miembros, versión {version}",
  "waiting.root": "Documento fundador, versión {version}",
  "waiting.open": "{more, plural, one {Falta # firma} other {Faltan # firmas}}",
  "waiting.complete": "Firmado; espera la lista de miembros",
  "waiting.look": "Ver y firmar",
  "waiting.until": "Se descarta si no está terminado el {day}",

  "act.opened": "La clave {key} empezó {what}",
  "act.signed": "La clave {key} firmó {what}",
  "act.complete": "Tiene todas sus firmas: {what}",
  "act.finished": "Entró en vigor {what}",
  "act.replaced": "La clave {key} firmó otro documento, que sustituye a {what}",
  "act.withdrawn": "La clave {key} retiró {what}",
  "act.expired": "Se descartó, por esperar demasiado, {what}",
  "act.overtaken": "Se descartó, porque otro entró antes en vigor, {what}",
  "act.what.registry": "la lista de miembros, versión {version}",
  "act.what.root": "el documento fundador, versión {version}",

  "ceremony.add": "Añadir un miembro",
  "ceremony.rotate": "Dejar que un miembro use una clave nueva",
  "ceremony.suspend": "Suspender a un miembro",
  "ceremony.readmit": "Readmitir a un miembro",
  "ceremony.leave": "Dejar ir a un miembro",
  "ceremony.retire": "Terminar la clave vieja de un miembro",
  "ceremony.close": "Cerrar el registro de un miembro tras un robo o una restauración",
  "ceremony.renew": "Renovar la lista de miembros",
  "about.add":
    "Un estado o una región pidió unirse. Usted comprueba por teléfono que de verdad es quien dice, y lo añade.",
  "about.rotate":
    "Un miembro pidió una clave nueva. Usted la comprueba, y desde entonces también vale la nueva.",
  "about.suspend":
    "No se toma nada nuevo del miembro y se rechazan sus llamadas. Lo que compartió antes queda, para que no se detenga la capacitación de nadie. Úselo mientras se averigua algo.",
  "about.readmit":
    "El miembro vuelve a contar, con las claves que tenía. Lo que publicó mientras tanto se toma ahora.",
  "about.leave":
    "Desde ahora se rechazan las llamadas del miembro. Lo que compartió les queda a todos. Puede volver.",
  "about.retire":
    "Cuando un miembro ya firma con su clave nueva, se termina la vieja. Lo que firmó la vieja sigue valiendo.",
  "about.close":
    "Tras un robo, o cuando una base de datos volvió de una copia vieja. Todo lo que el miembro publicó después de cierta entrada deja de valer en todas partes.",
  "about.renew":
    "La lista de miembros vale hasta el {until}. Después no se toma nada nuevo, aunque los retiros urgentes sí. Renovarla no cambia a ningún miembro.",
  "ceremony.root": "Cambiar las claves de los custodios",
  "about.root":
    "Cuando un custodio se va, cuando una clave se perdió o pudo ser robada, o antes de que venza el documento fundador. Después se firma de nuevo la lista de miembros, y ambos rigen juntos.",
  "about.not-stolen":
    "Una clave que pudo ser robada no se termina así. En ese caso, cierre el registro del miembro.",

  "begin.who": "Quién debe estar",
  "begin.who.keepers":
    "{threshold} de los {keys} custodios de la lista de miembros. No hace falta que estén en el mismo lugar.",
  "begin.who.phone": "El miembro, al teléfono, en un número que usted ya conocía.",
  "begin.who.root":
    "{threshold} de los {keys} custodios del documento fundador, y tantos como pedirá el nuevo.",
  "begin.who.new":
    "Todos los que tienen una clave nueva para el documento fundador: firman una vez, para que nadie descubra en una emergencia que una clave no se abre.",
  "begin.need.pub": "Los archivos .pub de las claves nuevas.",
  "begin.need": "Qué necesita",
  "begin.need.key": "Su archivo de clave y la contraseña de ese archivo.",
  "begin.need.call": "La huella, leída en voz alta. Son cinco grupos de cuatro letras y cifras.",
  "begin.need.seq":
    "El número de la última entrada que firmó el propio miembro, y su código (hash). La oficina del miembro lee ambos en su página «Nuestra clave».",
  "begin.need.to":
    "El número de la última entrada que firmó la clave antigua. La oficina del miembro lo lee en su página «Nuestra clave».",
  "begin.need.from":
    "El número de la próxima entrada del miembro. La oficina del miembro lo lee en su página «Nuestra clave».",
  "begin.request": "Lo que se pidió",
  "begin.request.role": "Participa como",
  "begin.request.endorsed": "La clave actual del miembro responde por la nueva",
  "begin.request.yes": "Sí",
  "begin.request.no": "No. Añádala solo si antes se cerró el registro de la clave vieja.",
  "begin.request.file": "Descargar la solicitud",
  "begin.none": "Nadie pide esto",
  "begin.none-body": "Primero el miembro envía una solicitud. Entonces aparece en la mesa.",
  "begin.next": "Mostrar qué cambiaría",
  "begin.cancel": "Volver a la mesa",
  "begin.safe": "Este paso no cambia nada. Verá qué cambiaría antes de firmar.",
  "begin.broken-off": "Si lo deja a medias, no ha pasado nada. Empiece de nuevo cuando quiera.",
  "role.tenant": "Programa de un estado",
  "role.region": "Una región",

  "field.fingerprint": "La huella, tal como se la leyeron",
  "field.fingerprint-hint":
    "Llame al miembro a un número que usted ya conocía. Escriba lo que oye. Esta página no se la muestra, y es a propósito: la solicitud prueba que quien la escribió tiene la clave, y solo una voz que usted conoce le dice quién es.",
  "field.old-fingerprint": "La huella de la clave vieja",
  "field.old-fingerprint-hint": "Está en la página de la red y en la página Red del propio miembro.",
  "field.member": "Miembro",
  "field.group": "Grupos en los que entra el miembro",
  "field.group-hint":
    "Todos están en el grupo de todos los miembros. Un grupo no decide nada sobre la confianza.",
  "field.from": "Número de la primera entrada con la clave nueva",
  "field.from-hint":
    "Déjelo vacío si se cerró el registro del miembro: la clave nueva empieza donde aquel terminó.",
  "field.to": "Número de la última entrada que firmó la clave vieja",
  "field.seq": "Número de la última entrada buena",
  "field.head": "Código (hash) de esa entrada",
  "field.head-hint":
    "64 cifras y letras de la a a la f. Si ninguna entrada es buena, escriba arriba 0 y aquí 64 ceros.",
  "field.cause": "Qué pasó",
  "field.cause.stolen": "Otra persona puede tener la clave. Vuelve lo que esa persona retiró.",
  "field.cause.restored": "La base de datos volvió de una copia. Lo que se retiró sigue retirado.",
  "field.choose": "Elija",
  "field.role.root": "Custodios del documento fundador",
  "field.role.registry": "Custodios de la lista de miembros",
  "field.keep": "Claves que siguen",
  "field.new-key": "Clave nueva {place}",
  "field.new-key-hint": "Abra el archivo .pub y pegue lo que contiene. Déjelo vacío si no hay ninguna.",
  "field.threshold": "Cuántos deben firmar",
  "field.threshold-hint": "Si lo deja vacío, más de la mitad.",
  "field.file": "El archivo firmado",
  "field.file-hint": "registry.partial o root.partial, o el archivo terminado.",

  "draft.title": "Comprobar y firmar",
  "draft.lead": "Esto es lo que cambiaría el documento. Nadie lo ha firmado todavía y no rige nada.",
  "proposal.title.registry": "Lista de miembros, versión {version}",
  "proposal.title.root": "Documento fundador, versión {version}",
  "proposal.open":
    "Empezado el {at}. {more, plural, one {Debe firmar un custodio más} other {Deben firmar # custodios más}} antes de que rija.",
  "proposal.complete":
    "Están todas las firmas. Empieza a regir junto con la próxima lista de miembros, que se firma bajo él.",
  "proposal.complete-next": "Renovar ahora la lista de miembros",
  "proposal.finished": "Rige desde el {at}. Se avisó a todos los miembros y la traen solos.",
  "proposal.finished-next": "Ver la red",
  "proposal.replaced": "Se descartó el {at}: un custodio firmó otro documento en su lugar.",
  "proposal.withdrawn": "Un custodio que lo había firmado lo retiró el {at}.",
  "proposal.expired": "Se descartó el {at}: esperó firmas demasiado tiempo.",
  "proposal.overtaken": "Se descartó el {at}: otro documento entró antes en vigor.",
  "proposal.begin-again": "Nada de esto rige. Empiece de nuevo en la mesa si todavía hace falta.",
  "document.changes": "Qué cambia",
  "document.facts": "El documento",
  "document.version": "Versión",
  "document.until": "Vale hasta",
  "document.mark": "Su marca",
  "document.mark-note":
    "Los custodios que firman el mismo documento ven la misma marca. Léansela unos a otros.",
  "document.signed": "Quién firmó",
  "document.signed.none": "Nadie todavía",
  "document.missing": "Quién puede firmar todavía",
  "document.key-of": "clave {place} de {keys}",
  "document.new-key": "clave nueva",

  "change.none": "No cambia ningún miembro. La lista solo vale más tiempo.",
  "change.joins": "{name} se une como {code}.",
  "change.joins.address": "Dirección: {address}",
  "change.taken-out":
    "{code} se borra de la lista. Los miembros se van; normalmente no se borran. Pregunte por qué.",
  "change.status.active": "{code} vuelve a contar.",
  "change.status.suspended": "{code} queda suspendido.",
  "change.status.left": "{code} se va.",
  "change.name": "{code} se llama ahora {is}. Antes: {was}.",
  "change.address": "{code} está ahora en {is}. Antes: {was}.",
  "change.roles": "{code} participa ahora como {is}. Antes: {was}.",
  "change.certificate-keys": "{code} tiene otras claves para certificados.",
  "change.epoch": "{code}, registro {epoch}:",
  "change.key": "La clave {key} firma desde la entrada {from}.",
  "change.key-to": "La clave {key} firma de la entrada {from} a la {to}.",
  "change.close.stolen":
    "Cerrado en la entrada {seq}, porque robaron la clave. Lo posterior deja de valer; vuelve lo que retiró el ladrón.",
  "change.close.restored":
    "Cerrado en la entrada {seq}, tras una restauración. Lo posterior deja de valer; lo que se retiró sigue retirado.",
  "change.epoch-taken-out":
    "{code}: el registro {number} se borra de su historia. Eso nunca hace falta. Pregunte por qué.",
  "change.group":
    "Grupo «{name}»: {joins, plural, =0 {} other {entra {joining}}}{leaves, plural, =0 {} other { sale {leaving}}}",
  "change.group-name": "El grupo {code} se llama ahora «{name}».",
  "change.group-taken-out": "El grupo {code} se borra.",
  "change.role.root": "Custodios del documento fundador: deben firmar {threshold} de {keys}",
  "change.role.registry": "Custodios de la lista de miembros: deben firmar {threshold} de {keys}",
  "change.role.new": "nueva",
  "change.role.stays": "sigue",
  "change.role.out": "fuera",

  "sign.title": "Firmar aquí",
  "sign.lead":
    "Su navegador abre su clave y firma. Solo se envía la firma. Su clave y su contraseña no salen de esta computadora.",
  "sign.key": "Su archivo de clave",
  "sign.key-hint": "El archivo que termina en .key, de su memoria USB.",
  "sign.passphrase": "Su contraseña",
  "sign.button": "Firmar",
  "sign.busy": "Se abre su clave. Tarda un momento.",
  "sign.sent": "Firmado. Se envía la firma.",
  "sign.no-file": "Elija primero su archivo de clave.",
  "sign.wrong": "La clave no se abre. Revise la contraseña, y que sea el archivo que termina en .key.",
  "sign.foreign":
    "Esta clave no tiene voz en este documento. Elija la clave de un custodio que todavía pueda firmar.",
  "sign.twice": "Esta clave ya firmó. Debe firmar otro custodio.",
  "sign.old-browser": "Este navegador no puede firmar. Use uno más nuevo, o firme con el comando de abajo.",
  "sign.no-script":
    "Para firmar aquí hacen falta scripts, y en este navegador están desactivados. Firme con el comando de abajo.",
  "sign.trust":
    "Al firmar aquí, usted confía en que este sitio le muestra lo que de verdad firma. Con una clave del documento fundador, y siempre que dude, firme en una máquina sin conexión. Son unos minutos más.",
  "withdraw.link": "Firmé esto y lo retiro",
  "withdraw.title": "Retirar su firma",
  "withdraw.no-script":
    "Para retirar una firma hacen falta los scripts, y este navegador los tiene desactivados. Abra esta página en un navegador que los tenga activados.",
  "withdraw.lead":
    "Si usted lo había firmado, se descarta aquí para todos: {what}. Una firma que alguien copió no se puede deshacer: firme pronto otro documento para la misma versión, que deja este sin valor para siempre.",

  "offline.title": "Firmar en una máquina sin conexión",
  "offline.lead": "El comando le muestra otra vez qué cambia el documento, según su propia copia de la red.",
  "offline.step.download": "Descargue el documento y llévelo en una memoria USB",
  "offline.download": "Descargar {file}",
  "offline.step.sign": "Póngalo junto a su copia de los archivos de la red, y firme",
  "offline.step.upload": "Traiga el archivo firmado y entréguelo aquí",
  "offline.upload": "Entregar el archivo firmado",

  "already.title": "No hay nada que firmar",
  "already.body": "La lista de miembros ya lo dice.",

  "ask.title": "Pedir unirse a la red",
  "ask.lead":
    "Un estado o una región lo pide con una solicitud que firmó su propia clave. Después los custodios comprueban por teléfono que de verdad es quien dice.",
  "ask.step.make": "Haga la solicitud",
  "ask.step.make-body":
    "Una oficina la hace y la envía sola, en Red, «Unirse a la red». Quien administra una instancia también puede hacerla con el comando:",
  "ask.step.send": "Entréguela",
  "ask.step.call": "Lea su huella a un custodio",
  "ask.step.call-body":
    "Se la muestran su oficina y el comando. Léala por teléfono a alguien que conozca su voz. No la envíe por correo.",
  "ask.file": "El archivo de la solicitud",
  "ask.file-hint": "El archivo que termina en .join. No contiene nada secreto.",
  "ask.text": "O la solicitud como texto",
  "ask.send": "Entregar la solicitud",
  "ask.needed": "Elija el archivo de la solicitud, o pegue la solicitud.",
  "standing.title": "La solicitud de {code}",
  "standing.waiting": "Espera a los custodios",
  "standing.waiting-body":
    "Su solicitud llegó completa, y su clave es suya. Ahora un custodio necesita oír su huella. Llame a uno que conozca. La solicitud espera hasta el {day}.",
  "standing.proposed": "Se está firmando",
  "standing.proposed-body": "Han firmado {given} de {needed} custodios. Usted no tiene que hacer nada.",
  "standing.member": "Ya es miembro",
  "standing.member-body":
    "La lista de miembros nombra su clave desde la versión {version}. Su oficina lo descubre sola y empieza en pocos minutos.",
  "standing.again": "Abra de nuevo esta página para ver cómo va.",

  "refused.title": "Esto no se aceptó",
  "refused.back": "Volver a la mesa",
  "refused.nothing": "No se cambió nada.",
  "error.desk.request-refused": "La solicitud no vale: {why}",
  "error.desk.requests-full":
    "Ya esperan {most} solicitudes. Pida por teléfono a un custodio que las vea, y entregue la suya de nuevo mañana.",
  "error.desk.request-gone":
    "Esta solicitud ya no está aquí. Se atendió, o esperó demasiado. Pida al miembro que la envíe otra vez.",
  "error.desk.document-refused": "El documento no vale: {why}",
  "error.desk.document-empty": "No había ningún documento. Elija el archivo firmado.",
  "error.desk.no-signature":
    "No lleva la firma de ningún custodio. Un documento se acepta cuando un custodio lo ha firmado.",
  "error.desk.overtaken":
    "Ya rige la versión {held}, y esta es la versión {version}. No queda nada que firmar.",
  "error.desk.ahead":
    "Esta es la versión {version}, y aquí solo rige la versión {held}. Falta una entre ambas: entréguela primero.",
  "error.desk.document-expired": "El documento esperó tanto que lo que dice ya venció. Empiece de nuevo.",
  "error.desk.dropped":
    "Este documento se descartó antes y no puede volver. Empiece de nuevo si todavía hace falta.",
  "error.desk.another-open":
    "Otro documento para la misma versión espera firmas. Termine aquel, o haga que quienes lo firmaron firmen este en su lugar.",
  "error.desk.fingerprint-differs":
    "Esa no es la clave de esta solicitud. No firme. Llame otra vez al miembro, a un número que usted ya conocía.",
  "error.desk.rule-broken": "Las reglas de la red no lo permiten. Revise los números.",
  "error.desk.draft-old": "Esta página estuvo abierta demasiado tiempo. Empiece de nuevo.",
  "error.desk.field-missing": "Complete este dato.",
  "error.desk.not-a-hash": "Deben ser 64 cifras y letras de la a a la f.",
  "error.desk.not-a-key": "Esto no es una clave pública. Pegue todo lo que contiene el archivo .pub.",
  "error.field": "Esto no puede ser correcto. Revíselo.",
  "error.stewardship.unknown-member": "No hay ningún miembro {code}.",
  "error.stewardship.member-already":
    "{code} ya es miembro, con otra clave. Para una clave nueva, el miembro la pide con las dos claves.",
  "error.stewardship.key-used":
    "{code} tiene o tuvo esta clave. Una clave es de un solo miembro y nunca vuelve. El miembro hace una nueva.",
  "error.stewardship.not-endorsed":
    "La clave que {code} tiene ahora no firmó por la nueva. Si esa clave se perdió o la robaron, cierre antes el registro del miembro.",
  "error.stewardship.number-missing": "Escriba el número de la primera entrada con la clave nueva.",
  "error.stewardship.unknown-key": "{code} no tiene esa clave. Compárela con la página de la red.",
  "error.stewardship.last-key": "{code} se quedaría sin clave. Dele antes una nueva.",
  "error.stewardship.epoch-closed":
    "El registro de {code} ya está cerrado, en la entrada {seq}. Un cierre nunca se mueve.",
  "why.malformed": "está dañado o le falta algo. Haga que se lo envíen otra vez.",
  "why.not-canonical": "está dañado, o es otra clase de archivo.",
  "why.bad-type": "es otra clase de archivo.",
  "why.bad-signature": "es falso o está dañado. No lo use. Haga que se lo envíen otra vez.",
  "why.wrong-network": "es para otra red. Comparen por teléfono los identificadores de las redes.",
  "why.stale-request": "está fuera de plazo, o un reloj anda mal. Haga que se haga de nuevo.",
  "why.too-large": "es demasiado grande.",
  "why.registry-fork": "no sigue a la lista de miembros que rige aquí. Empiece de nuevo a partir de esta.",
  "why.other": "el motivo es «{reason}».",
} satisfies Catalog<keyof typeof en>;
