import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "network.title": "La red",
  "network.lead":
    "{states, plural, one {Un estado está} other {# estados están}} en la red. Cada uno dirige su propio programa en su propio sitio, con su propia base de datos y su propia clave. Comparten capacitaciones y guías prácticas y publican cifras; ninguno necesita que otro funcione, y ninguno puede hablar por otro.",
  "network.states": "{states, plural, one {El estado} other {Los # estados}}",
  "network.region": "Este sitio",
  "member.heard": "Último contacto",
  "member.verified": "Entradas comprobadas aquí",
  "member.entries": "{count, number} de {of, number}",
  "member.keys": "{count, plural, one {Clave que firma ahora} other {Claves que firman ahora}}",
  "member.past-keys": "{count, plural, one {y una clave anterior} other {y # claves anteriores}}",
  "role.tenant": "Programa de un estado",
  "role.region": "Cifras regionales; no publica ninguna propia",
  "status.verified": "Comprobado",
  "status.waiting": "Sin contacto todavía",
  "status.silent": "No responde",
  "status.quarantined": "Apartado",
  "status.suspended": "Suspendido",
  "status.left": "Salió de la red",
  "status.here": "Este sitio",
  "seat.title": "Un asiento abierto",
  "seat.status": "Abierto",
  "seat.body":
    "Se habló de la red con un estado más de los que confirman las fuentes públicas. Este asiento lo espera a él y a cualquier estado que quiera unirse. Nadie aparece en él hasta que un estado lo ocupe con su propia clave.",
  "groups.title": "Grupos",
  "groups.lead": "Un grupo es una lista del registro. No decide nada sobre la confianza.",
  "trust.title": "Por qué cualquiera puede creer esta lista",
  "trust.lead":
    "El registro es el único lugar que dice qué clave habla por qué estado. Para cambiarlo hacen falta las firmas de {threshold} de {keys} personas con clave, y cada miembro las comprueba antes de creer una palabra.",
  "trust.net": "Identificador de la red",
  "trust.root": "Documento raíz",
  "trust.root-is":
    "Versión {version}; deben firmar {threshold} de {keys} claves guardadas sin conexión; válido hasta el {until}",
  "trust.registry": "Registro",
  "trust.registry-is": "Versión {version}, del {from}; válida hasta el {until}",
  "trust.registry-hash": "Su SHA-256",
  "trust.signers": "Claves que pueden firmarlo",
  "trust.registry-file": "El registro tal como se firmó",
  "trust.root-file": "el documento raíz tal como se firmó",
  "trust.csv": "los miembros en CSV",
  "event.title": "Lo que pasó últimamente",
  "event.lead":
    "Las entradas más recientes de los estados, cada una con el comienzo de su huella. Todas se comprobaron antes de tener efecto aquí.",
  "event.publish": "{who} publicó {what}",
  "event.revise": "{who} revisó {what}",
  "event.withdraw": "{who} dejó de ofrecer {what}",
  "event.recall": "{who} retiró {what}",
  "event.erase": "{who} hizo borrar {what}",
  "event.kind":
    "{kind, select, figures {un mes de cifras} training {una capacitación} series {una serie de capacitaciones} toolkit {una guía práctica} document {un documento} other {algo que este sitio no lee}}",
  "event.entry": "Entrada {seq, number},",
  never: "nunca",
  "api.note": "De la versión {version} del registro firmado; comprobado aquí.",
} satisfies Catalog<keyof typeof en>;
