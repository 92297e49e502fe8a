import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  demonstration:
    "Demostración. No es un sitio web del Estado de {jurisdiction}. Datos de ejemplo. Este documento no tiene efecto oficial.",
  "emblem-alt": "Emblema de {program}",
  "qr-alt": "Código QR que abre la página de verificación del código {code}",

  "certificate-title": "Certificado de membresía",
  "certificate-document": "Certificado de membresía: {member}",
  "certificate-presented": "Se certifica que",
  "certificate-member-of": "es miembro de {program}",
  "certificate-level": "en el nivel de",
  "certificate-level-label": "Nivel:",
  "valid-from": "Válido desde",
  "valid-until": "Válido hasta",
  "membership-number": "Número de membresía",
  "verification-code": "Código de verificación",
  "verify-at": "Verifíquelo en {url}",
  "certificate-commitment":
    "Asumió los compromisos del programa contra la trata de personas y acordó cumplirlos.",
  "not-endorsement":
    "La membresía significa que esta organización asumió los compromisos del programa. No es una inspección ni un respaldo por parte de la oficina.",

  "completion-title": "Certificado de finalización",
  "completion-document": "Certificado de finalización: {learner}, {course}",
  "completion-presented": "Se certifica que",
  "completion-completed": "completó la capacitación",
  "completion-no-credit": "Este certificado por sí solo no otorga crédito de educación continua.",
  "completed-on-day": "el {days}",
  "completed-on-days": "con asistencia los días {days}",
  duration: "Duración",
  minutes: "{minutes, plural, one {# minuto} other {# minutos}}",
  "hours-by-subject": "Horas por tema",
  "contact-hours": "Horas de contacto",
  "hours-claimed": "Horas declaradas",
  "license-number": "Número de licencia",
  "course-number": "Número del curso",
  "approved-by": "Aprobado por",
  "approval-number": "Número de aprobación",
  "delivery-format": "Modalidad",
  citation: "Norma",
  provider: "Proveedor",
  "provider-number": "Número de proveedor",
  "retention-years":
    "Conserve este certificado al menos {years, plural, one {# año} other {# años}}. Su junta de licencias puede pedírselo.",

  "letter-reference": "Referencia",
  "letter-date": "Fecha",
  "letter-document": "Carta {reference}",
  "letter-footer": "Cuando escriba o llame, indique la referencia {reference}.",
  "letter-enclosures": "Anexos",
  page: "Página {page} de {pages}",

  "policy-adoption": "Adopción",
  "policy-adopted-by": "Adoptada por",
  "policy-signature": "Firma",
  "policy-name": "Nombre",
  "policy-position": "Cargo",
  "policy-date": "Fecha de adopción",
  "policy-next-review": "Próxima revisión",
  "policy-version": "Versión de la plantilla: {version}",
  "policy-about": "Acerca de este documento",

  "figures-as-of": "Datos al {date}",
  "figures-notes": "Notas",

  "poster-help": "Obtenga ayuda ahora",
  "poster-verified": "Números verificados por última vez el {date}",
  "poster-awareness": "Para concientizar. No es el letrero que exige la ley.",
} satisfies Catalog<keyof typeof en>;
