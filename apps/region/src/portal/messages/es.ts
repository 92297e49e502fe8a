import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "site.title": "Programas estatales comparados",
  "site.acronym": "Concord {region}",
  "site.discreet": "Cifras Regionales",
  "region.name": "{name, select, Southeast {Sureste} other {{name}}}",
  "nav.figures": "Cifras",
  "nav.network": "La red",
  "nav.about": "Método y definiciones",
  "nav.tour": "Volver al recorrido",
  "nav.press": "Una página para la prensa (PDF)",
  "nav.api": "Datos y API",
  "help.title": "Pida ayuda ahora",
  "help.lead": "Este sitio muestra cifras y no recibe denuncias. Estas personas escuchan, de día y de noche.",
  "help.danger": "Alguien está en peligro en este momento",
  "help.danger-body":
    "Llame al 911. Si no puede hablar sin riesgo, no cuelgue, o envíe un mensaje de texto al 911 donde funcione.",
  "help.lines": "Personas que ayudan",
  "help.not-here": "Esta página no usa cookies ni guarda registro de su visita.",
  "error.title.not-found": "No encontramos esa página",
  "error.body.not-found": "Puede haber un error en la dirección, o la página cambió de lugar.",
  "error.title.invalid": "No pudimos usar eso",
  "error.body.invalid": "Algo en la solicitud no fue lo que esperábamos. Vuelva e inténtelo otra vez.",
  "error.title.rate-limited": "Demasiados intentos",
  "error.body.rate-limited": "Espere unos minutos e inténtelo otra vez.",
  "error.title.unavailable": "No disponible por ahora",
  "error.body.unavailable":
    "Inténtelo otra vez en unos minutos. Los sitios de los estados no dependen de este.",
  "error.title.unexpected": "Algo falló de nuestra parte",
  "error.body.unexpected": "El problema quedó registrado. Inténtelo otra vez en unos minutos.",
  "error.request": "Si pregunta por esto, dé este número: {id}",
  "error.home": "Ir a las cifras",
} satisfies Catalog<keyof typeof en>;
