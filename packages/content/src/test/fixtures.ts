import type { Hotline } from "../hotline.ts";

/** Numbers as a state's data gives them. */
export const trialHotlines: readonly Hotline[] = [
  {
    id: "national",
    name: { en: "National Human Trafficking Hotline", es: "Línea Nacional contra la Trata de Personas" },
    phone: "1-888-373-7888",
    sms: "233733",
  },
  { id: "emergency", name: { en: "Emergency: 911", es: "Emergencias: 911" }, phone: "911" },
  {
    id: "hsi",
    name: {
      en: "Homeland Security Investigations tip line",
      es: "Línea de denuncias de Investigaciones de Seguridad Nacional",
    },
    phone: "1-866-347-2423",
  },
  {
    id: "ncmec",
    name: {
      en: "National Center for Missing & Exploited Children",
      es: "Centro Nacional para Menores Desaparecidos y Explotados",
    },
    phone: "1-800-843-5678",
  },
];
