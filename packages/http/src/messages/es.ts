import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "title.invalid": "La solicitud no se aceptó tal como está",
  "title.unauthenticated": "Es necesario iniciar sesión",
  "title.forbidden": "Esto no está permitido",
  "title.not-found": "No se encontró",
  "title.conflict": "Esto no concuerda con el estado actual",
  "title.rate-limited": "Demasiadas solicitudes",
  "title.unavailable": "No está disponible en este momento",
  "title.unexpected": "Algo falló de nuestra parte",

  "detail.invalid": "Uno o más valores no cumplen una regla. Corríjalos y envíe la solicitud de nuevo.",
  "detail.unauthenticated": "Envíe un token de acceso válido o inicie sesión.",
  "detail.forbidden": "La cuenta que usa no puede hacer esto.",
  "detail.not-found": "No hay nada en esta dirección, o usted no puede verlo.",
  "detail.conflict":
    "Algo cambió desde la última vez que lo vio, o una regla impide este paso ahora. Léalo de nuevo primero.",
  "detail.rate-limited": "Espere el tiempo que indica el encabezado Retry-After y vuelva a intentarlo.",
  "detail.unavailable": "Vuelva a intentarlo en unos minutos.",
  "detail.unexpected":
    "El error quedó registrado. Si lo reporta, indique el número de solicitud que aparece en esta respuesta.",

  "code.http.malformed-request":
    "No se pudo leer el cuerpo de la solicitud. Revise que esté completo y bien formado.",
  "code.http.method-not-allowed":
    "Esta dirección no acepta este método. El encabezado Allow indica los que acepta.",
  "code.http.body-too-large": "El cuerpo de la solicitud es más grande de lo que acepta esta dirección.",
  "code.http.unsupported-media-type": "Esta dirección no acepta este Content-Type.",
  "code.http.misdirected": "Este servidor no atiende el nombre de sitio solicitado.",
  "code.http.precondition-failed":
    "El recurso cambió desde que usted lo leyó. Léalo de nuevo y repita el cambio.",
  "code.http.precondition-required": "Envíe If-Match con el ETag que leyó.",
  "code.http.characters": "La dirección contiene un carácter que no se puede guardar. Quítelo.",
  "code.http.csrf":
    "No se pudo comprobar que el formulario viene de este navegador. Abra la página de nuevo y envíe el formulario otra vez.",
  "code.http.invalid-cursor": "Este servidor no creó ese cursor. Empiece de nuevo sin cursor.",
  "code.http.idempotency-key-missing":
    "Envíe un encabezado Idempotency-Key con un valor de 1 a 255 caracteres.",
  "code.http.idempotency-key-reused": "Esta Idempotency-Key ya se usó con una solicitud diferente.",
  "code.http.idempotency-in-progress": "Todavía se está procesando una solicitud con esta Idempotency-Key.",

  "field.required": "Este valor es obligatorio.",
  "field.invalid-type": "Este valor es de un tipo incorrecto.",
  "field.too-small": "Este valor es demasiado corto o demasiado pequeño.",
  "field.too-big": "Este valor es demasiado largo o demasiado grande.",
  "field.invalid-format": "Este valor no tiene el formato esperado.",
  "field.not-multiple-of": "Este valor no es múltiplo del paso esperado.",
  "field.unrecognized-keys": "Hay un campo que aquí no se conoce.",
  "field.invalid-value": "Este valor no es uno de los permitidos.",
  "field.invalid-union": "Este valor no corresponde a ninguna de las formas permitidas.",
  "field.invalid-key": "Una clave tiene una forma incorrecta.",
  "field.invalid-element": "Un elemento tiene una forma incorrecta.",
  "field.characters": "Contiene un carácter que no se puede guardar. Quítelo.",
  "field.too-deep": "Está anidado más que cualquier formulario de aquí.",
  "field.invalid": "Este valor no cumple una regla.",

  "page.title": "Problema: {code}",
  "page.intro": "Las respuestas con este código significan:",
  "page.kinds": "Qué significa cada estado",
  "page.status": "Estado {status}",
  "page.request": "Si pide ayuda, indique el número de solicitud del campo «instance».",

  "misdirected.title": "Este sitio no está aquí",
  "misdirected.body": "Este servidor no atiende {host}. Revise si hay un error en la dirección.",
} satisfies Catalog<keyof typeof en>;
