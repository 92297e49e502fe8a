import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "mailbox.title": "Buzón de prueba",
  "mailbox.lead":
    "Todos los correos de esta demostración llegan aquí y a ningún otro lugar. No se envió nada a una dirección real.",
  "mailbox.for": "Mensajes para {email}",
  "mailbox.all": "Mostrar todos los mensajes",
  "mailbox.from": "De",
  "mailbox.from-discreet":
    "{name}. Es el programa mismo: sus correos llevan un nombre que no le dice de qué tratan a quien mire el buzón.",
  "mailbox.to": "Para",
  "mailbox.subject": "Asunto",
  "mailbox.date": "Fecha",
  "mailbox.empty": "Todavía no hay mensajes",
  "mailbox.empty-body":
    "Aquí aparecen mensajes cuando alguien pide un enlace para entrar, entrega una solicitud o recibe una carta.",
  "mailbox.older": "Mensajes anteriores",
} satisfies Catalog<keyof typeof en>;
