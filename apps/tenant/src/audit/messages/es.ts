import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "audit.title": "Auditoría",
  "audit.lead":
    "Cada cambio, quién lo hizo y cuándo. Cada línea lleva la huella de la anterior, así que se nota si una línea se cambia o se borra.",
  "audit.time": "Hora",
  "audit.actor": "Quién",
  "audit.action": "Qué",
  "audit.subject": "Sobre",
  "audit.details": "Detalles",
  "audit.show": "Mostrar qué cambió",
  "audit.closed": "Expediente restringido",
  "audit.older": "Líneas anteriores",
  "audit.verify": "Revisar toda la cadena",
  "audit.verified":
    "La cadena está completa: {count, plural, one {# línea} other {# líneas}}, todas las huellas coinciden.",
  "audit.broken": "La cadena está rota en la línea {seq}. Avise hoy a quien administra el servidor.",
  "audit.cut":
    "A la cadena le falta el final: se quitaron la línea {seq} y las siguientes. Avise hoy a quien administra el servidor.",
  "audit.empty": "Todavía no hay cambios",
  "audit.empty-body": "Las líneas aparecen en cuanto se entrega una solicitud o cambia un ajuste.",
  "audit.filter": "Líneas sobre {id}",
  "audit.all": "Mostrar todas las líneas",
} satisfies Catalog<keyof typeof en>;
