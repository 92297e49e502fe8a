import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "federation.feed-behind":
    "No se firmó ni se envió nada. Su base de datos sabe menos de lo que su oficina ya firmó, como ocurre al restaurar una copia de seguridad, y por eso no se puede firmar nada. Pida a quien administra su servidor que ejecute «feed restore» y vuelva a intentarlo. Si nadie restauró nada, llame a quien administra la red: alguien podría tener su clave.",
  "federation.feed-halted":
    "No se firmó ni se envió nada. Alguien de su oficina detuvo la firma porque tal vez le robaron la clave. La página «Nuestra clave» de su oficina dice qué hacer ahora.",
  "federation.feed-of-another-network":
    "No se firmó ni se envió nada. Su oficina está pasando en este momento a la red a la que se unió. Inténtelo de nuevo en unos segundos.",
  "federation.already-halted": "La firma ya está detenida.",
  "federation.not-halted": "La firma no se detuvo desde esta página.",
  "peer.other-network":
    "La base de datos es de otra red que la que se le indicó a la instancia. Pida a quien administra su servidor que ponga el NETWORK_DIR correcto o use una base de datos vacía.",
  "federation.feed-unchecked":
    "No se firmó ni se envió nada. El programa debe asegurarse primero de que su base de datos está completa, y ahora no responde ningún otro miembro. Vuelva a intentarlo en unos minutos. Si dura, pida a quien administra su servidor que revise la conexión.",
  "federation.feed-unsettled":
    "No se firmó ni se envió nada. La red acaba de cerrar su registro anterior y su servidor todavía está llevando el suyo al mismo punto. Vuelva a intentarlo en unos minutos. Si dura, pida a quien administra su servidor que ejecute «feed restore».",
  "federation.key-not-in-registry":
    "No se firmó ni se envió nada. La lista de miembros de la red no nombra la clave de su servidor entre las que están en uso, así que nadie creería lo que firme. Pida a quien administra la red que inscriba su clave, o a quien administra su servidor que lo inicie con la clave que está en la lista.",
  "federation.not-quarantined":
    "Este miembro ya no está apartado. Alguien lo readmitió o la red lo aclaró. No hace falta que haga nada.",
  "peer.high-water-unreadable":
    "No se firmó ni se envió nada. No se puede leer el archivo que dice hasta dónde ha firmado su oficina. Pida a quien administra su servidor que revise «feed-high-water.json» en la carpeta de las claves: debe ser el último que escribió el servidor, y el servidor debe tener permiso para leerlo.",
  "peer.high-water-unwritable":
    "No se firmó ni se envió nada. No se puede escribir el archivo que dice hasta dónde ha firmado su oficina. Pida a quien administra su servidor que compruebe que en la carpeta de las claves hay espacio y que el servidor puede escribir allí, y vuelva a intentarlo.",
  "peer.bootstrap-unreadable":
    "No se pueden leer los documentos de fundación de la red. Ponga la carpeta que le dio quien administra la red donde la configuración la nombra, y compruebe que el servidor puede leerla.",
  "peer.bootstrap-refused":
    "Los documentos de fundación de la red no concuerdan entre sí. Pida de nuevo la carpeta a quien administra la red y compare por teléfono la huella de la red.",

  "federation.blob-not-found":
    "Aquí ningún material en uso nombra un archivo con esta huella. Quizá aún no ha llegado o fue borrado. Pídalo a otro miembro.",
  "federation.root-not-found": "Aquí no hay documento de fundación con este número de versión.",
  "federation.feed-not-found":
    "Este miembro no tiene ese registro, o todavía no ha comprobado nada de él. Pídalo al propio miembro o inténtelo más tarde.",
  "federation.not-your-feed":
    "Un miembro solo da avisos sobre su propio registro. Nombre el registro que es suyo.",
  "federation.not-your-receipt":
    "Un acuse solo se acepta del miembro que lo firmó. Envíe el acuse que usted firmó.",
  "federation.item-missing": "Nombre el material que se revisa o se retira.",
  "federation.item-of-another-feed":
    "Este material es de otro miembro. Solo ese miembro puede revisarlo o retirarlo.",
  "federation.body-missing": "Lo que se publica o se revisa necesita un contenido.",
  "federation.blob-missing":
    "Falta aquí un archivo que el contenido nombra. Añada el archivo y vuelva a publicar.",
  "federation.untrusted":
    "Los documentos de fundación o la lista de miembros que recibió este servidor no se prueban entre sí. Pídalos de nuevo a quien administra la red.",
  "federation.invalid-key":
    "El archivo de la clave no contiene ninguna clave que se pueda leer. Use el archivo que escribió el programa, sin cambios.",

  "federation.unknown-member":
    "El remitente no está en la lista de miembros que aquí se conoce. Si acaba de unirse, obtenga la lista más reciente y vuelva a intentarlo.",
  "federation.suspended-member": "La red suspendió a este miembro. Quien la administra puede decir por qué.",
  "federation.unknown-key":
    "La lista de miembros que aquí se conoce no nombra esta clave. Si es nueva, espere a que llegue la lista más reciente y vuelva a intentarlo.",
  "federation.key-out-of-range":
    "Esta clave no está en uso ahora: fue reemplazada o aún no le ha llegado el momento. Firme con la que sí lo está.",
  "federation.bad-signature":
    "La firma no corresponde a lo que firma. Fírmelo de nuevo y compruebe que nada lo cambia en el camino.",
  "federation.bad-type": "Es una declaración firmada de otra clase que la que corresponde aquí.",
  "federation.not-canonical":
    "No está escrito de la única manera que el protocolo permite. Escriba las partes de la firma como allí se indica.",
  "federation.wrong-network": "Pertenece a otra red.",
  "federation.wrong-epoch":
    "Pertenece a otro período del registro del miembro que el que dice la lista de miembros. Obtenga la lista más reciente.",
  "federation.sequence-gap": "Falta una entrada anterior a esta. Pídala primero.",
  "federation.chain-broken": "No es la continuación de la entrada anterior.",
  "federation.rollback": "El miembro firmó una declaración más nueva que dice menos que una anterior.",
  "federation.split-view": "El miembro firmó dos declaraciones que no pueden ser ciertas a la vez.",
  "federation.beyond-close":
    "Viene después del punto en que la red cerró el registro anterior de este miembro.",
  "federation.registry-expired":
    "Venció la lista de miembros o el documento de fundación. Quienes administran la red deben firmarlo de nuevo; las anulaciones y los borrados siguen valiendo.",
  "federation.registry-rollback": "Viene con una lista de miembros más antigua que la que aquí se conoce.",
  "federation.registry-fork":
    "Hay dos listas de miembros con el mismo número. Avise de inmediato a quien administra la red.",
  "federation.threshold-not-met": "La firmaron menos personas de las que deben responder por la red.",
  "federation.too-large":
    "Es más grande de lo que la red permite: un contenido puede tener 1 MiB, y lo que se firma sobre él, 16 KiB. Acórtelo o pase partes a archivos.",
  "federation.body-mismatch": "El contenido no es el que se firmó.",
  "federation.blob-mismatch": "El archivo no es el que se firmó.",
  "federation.tombstoned":
    "Este material se retiró para siempre y ya no se puede cambiar. Publique uno nuevo que lo reemplace.",
  "federation.unsupported": "Es de una clase que esta versión del programa todavía no conoce.",
  "federation.replayed-request": "Esta solicitud ya se hizo antes. Firme una nueva.",
  "federation.wrong-audience":
    "La solicitud se firmó para otro miembro, dirección, método o contenido. Fírmela para este.",
  "federation.stale-request":
    "La solicitud es demasiado antigua, o uno de los dos relojes está mal. Compare su reloj con la fecha de esta respuesta y firme una nueva.",
  "federation.malformed": "No se entiende: no tiene la forma que le da el protocolo.",
  "federation.unreachable": "El servidor del miembro no responde ahora. Inténtelo más tarde.",
} satisfies Catalog<keyof typeof en>;
