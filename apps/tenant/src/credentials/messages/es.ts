import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "verify.title": "Verificar un certificado",
  "verify.lead":
    "Cada certificado lleva un código. Escríbalo aquí para ver qué dice el certificado y si es válido hoy.",
  "verify.code": "Código de verificación",
  "verify.code.hint":
    "Doce letras y números, por ejemplo 7KQ4-M2XD-9HTC. No importan las mayúsculas, los espacios ni los guiones. El número de membresía, por ejemplo {number}, no es el código.",
  "verify.submit": "Verificar",
  "verify.unknown": "Ningún certificado tiene el código {code}",
  "verify.unknown-body":
    "Compare el código con el certificado, letra por letra. Si sigue sin encontrarse, pregunte a la oficina: un certificado que no aparece aquí no fue emitido por este programa.",
  "verify.another": "Verificar otro código",
  "verify.valid": "Este certificado es válido",
  "verify.valid-body": "Lo emitió este programa, y lo que dice es válido el {date}.",
  "verify.expired": "Este certificado venció",
  "verify.expired-body": "Lo emitió este programa. Su último día fue el {date}.",
  "verify.not-valid": "Este certificado no es válido ahora",
  "verify.not-valid-body": "Lo emitió este programa, y no es válido el {date}.",
  "verify.compare": "Lo que dice el certificado",
  "verify.compare-lead": "Compárelo con el papel o el archivo que tiene delante. Cada línea debe ser igual.",
  "verify.membership-means": "Qué significa la membresía",
  "verify.not-endorsement":
    "La membresía significa que la organización asumió compromisos en público. No es una inspección de la organización ni una recomendación de lo que vende.",
  "verify.completion-means": "Qué significa este certificado",
  "verify.completion-not":
    "La persona nombrada terminó esta actividad ese día. La junta de cada licencia decide si cuenta para esa licencia.",

  "fact.kind": "Certificado",
  "fact.completion": "Certificado de finalización",
  "fact.program": "Programa",
  "fact.office": "Emitido por",
  "fact.member": "Miembro",
  "fact.wording": "Texto",
  "fact.level": "Nivel",
  "fact.number": "Número de membresía",
  "fact.valid-from": "Válido desde",
  "fact.valid-until": "Válido hasta",
  "fact.code": "Código de verificación",
  "fact.learner": "Nombre",
  "fact.activity.training": "Capacitación",
  "fact.activity.session": "Sesión",
  "fact.completed-on": "Fecha de finalización",
  "fact.duration": "Duración",
  "fact.minutes": "{minutes, plural, one {# minuto} other {# minutos}}",
  "fact.provider": "Proveedor",
  "fact.attribution": "Elaborado por",
  "fact.board": "Aprobado por",
  "fact.license": "Número de licencia",
  "fact.hours": "Horas de contacto",
  "fact.approval": "Número de aprobación",
  "fact.format": "Modalidad",
  "fact.citation": "Norma",
  "fact.retention": "Conserve este documento durante",
  "fact.years": "{years, plural, one {# año} other {# años}}",
  "fact.credit": "Educación continua",
  "fact.no-credit": "Este certificado no otorga créditos de educación continua.",

  "certificate.pdf": "Descargar el certificado (PDF)",
  "credentials.code-not-found": "Ningún certificado tiene este código.",
  "credentials.membership-number":
    "Este es un número de membresía. El código es otro: doce letras y números, por ejemplo 7KQ4-M2XD-9HTC. Está en el certificado y en la carta de aprobación.",
  "credentials.not-found": "No existe ese certificado.",
  "credentials.not-valid": "Este certificado no es válido ahora. Pregunte a la oficina.",
} satisfies Catalog<keyof typeof en>;
