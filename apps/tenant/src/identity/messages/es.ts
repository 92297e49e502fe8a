import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "sign-in.title": "Iniciar sesión",
  "sign-in.lead": "Le enviamos un correo con un enlace. No necesita contraseña.",
  "sign-in.email": "Su correo electrónico",
  "sign-in.email-hint": "Use la dirección que la oficina o su empleador tiene de usted.",
  "sign-in.submit": "Enviarme un enlace para entrar",
  "sign-in.at-once": "Entrar enseguida (solo en la prueba)",
  "sign-in.notice":
    "Este sistema es para el trabajo del programa. Su uso queda registrado y el mal uso puede ser sancionado por la ley.",

  "signed-in.title": "Ya inició sesión",
  "signed-in.as": "Como {name} ({email}).",
  "signed-in.as-address": "Como {email}.",
  "signed-in.go-on": "Continuar",
  "signed-in.other": "¿No es usted?",
  "signed-in.other-how": "Primero cierre la sesión. Después vuelve aquí y puede entrar con otro correo.",
  "signed-in.sign-out": "Cerrar sesión",

  "sent.title": "Revise su correo",
  "sent.body":
    "Si {email} puede recibir correo, un mensaje con un enlace para entrar va en camino. El enlace sirve una sola vez, durante 15 minutos.",
  "sent.again": "¿No llegó después de unos minutos? Revise la carpeta de correo no deseado.",
  "sent.again-link": "Pedir un enlace nuevo",
  "sent.mailbox": "Esto es una demostración: el mensaje está en el buzón de prueba.",
  "sent.mailbox-link": "Abrir el mensaje",

  "confirm.title": "Termine de iniciar sesión",
  "confirm.body": "Presione el botón para iniciar sesión en este dispositivo.",
  "confirm.why":
    "¿Por qué un botón? Los programas de correo abren los enlaces para revisarlos. El botón asegura que es usted.",
  "confirm.submit": "Iniciar sesión",
  "confirm.failed.title": "Este enlace ya no sirve",
  "confirm.failed.body": "Un enlace para entrar sirve una sola vez, durante 15 minutos.",

  "mail.subject": "Su enlace para entrar",
  "mail.body":
    "Alguien, probablemente usted, pidió iniciar sesión con este correo. El enlace sirve una sola vez, durante 15 minutos.",
  "mail.ignore": "Si no fue usted, no haga caso de este mensaje. Nadie puede iniciar sesión sin él.",
  "mail.link": "Iniciar sesión",

  "people.title": "Personas y funciones",
  "people.lead":
    "El personal de la oficina puede hacer todo aquí. Dé esta función a las menos personas que el trabajo necesite.",
  "people.officers": "Personal de la oficina",
  "people.name": "Nombre",
  "people.person": "Persona",
  "people.email": "Correo",
  "people.done.appointed": "La persona ya trabaja en la oficina y puede iniciar sesión.",
  "people.done.role-revoked": "La función se retiró.",
  "people.done.token-revoked": "El token está revocado. Ya no abre nada.",
  "people.add": "Agregar a una persona",
  "people.add-submit": "Dar la función",
  "people.roles": "Funciones",
  "people.everybody": "Todas las personas que el programa conoce",
  "people.search": "Buscar personas",
  "people.search-hint": "Por nombre o correo electrónico.",
  "people.nobody": "No se encontró a nadie",
  "people.nobody-hint": "Busque otro nombre o una parte de él.",
  "people.no-role": "Sin función",
  "people.role-for": "{role} en {firm}",
  "people.end": "Terminar la función de {name}: {role}",
  "people.end-short": "Terminar",
  "role.officer": "Personal de la oficina",
  "role.member": "Representante de un miembro",
  "role.learner": "Estudiante",

  "tokens.title": "Acceso para sistemas",
  "tokens.lead":
    "Un token permite que otro sistema use la API. Solo puede hacer lo que sus permisos indican.",
  "tokens.name": "Para qué es el token",
  "tokens.scopes": "Qué puede hacer",
  "tokens.days": "Días hasta que vence",
  "tokens.create": "Crear un token",
  "tokens.made": "Copie el token ahora. Se muestra solo esta vez.",
  "tokens.expires": "Vence",
  "tokens.status": "Estado",
  "tokens.expired": "Vencido",
  "tokens.revoked": "Revocado",
  "tokens.revoke": "Revocar",
  "tokens.none":
    "Todavía no hay tokens. Cree uno cuando otro sistema necesite leer los miembros o informar asistencias.",

  "own-tokens.title": "Programas suyos",
  "own-tokens.lead":
    "Un programa que usted usa puede tomar capacitaciones, guardar licencias y descargar certificados por usted mediante un token. No llega a nada más, sea lo que sea que usted pueda hacer aquí. Nadie más puede crear ni ver sus tokens.",
  "own-tokens.docs": "Cómo lo usa un programa",
  "own-tokens.token": "Su token nuevo",
  "own-tokens.list": "Sus tokens",
  "own-tokens.none":
    "Todavía no hay tokens. Solo necesita uno si un programa suyo va a trabajar con su aprendizaje.",

  "identity.link-spent": "Alguien entró con este correo en el mismo momento. Inténtelo de nuevo.",
  "identity.own-role": "Usted no puede quitarse la función. Pida a otra persona de la oficina que lo haga.",
} satisfies Catalog<keyof typeof en>;
