/** What the monthly webinars are about, in the order of a year. */
export const topics = [
  { en: "Indicators at the front desk", es: "Señales en la recepción" },
  { en: "Reading a job offer: recruitment fraud", es: "Leer una oferta de empleo: fraude al reclutar" },
  { en: "What happens when you call the hotline", es: "Qué pasa cuando usted llama a la línea" },
  { en: "Suppliers: three questions to ask", es: "Proveedores: tres preguntas" },
  { en: "Spring festivals and short-term rentals", es: "Festivales y alquileres de corto plazo" },
  { en: "Poultry, timber, crews: labor trafficking", es: "Avícolas, madera, cuadrillas: trata laboral" },
  {
    en: "Trauma-informed words with guests and patients",
    es: "Palabras que no dañan, con huéspedes y pacientes",
  },
  { en: "Truck stops, terminals and the highway", es: "Paradas de camiones, terminales y carretera" },
  { en: "A policy in an afternoon", es: "Una política en una tarde" },
  { en: "Training new hires in the first week", es: "Capacitar al personal nuevo en su primera semana" },
  { en: "Hiring survivors", es: "Contratar a sobrevivientes" },
  { en: "A year in review: what members did", es: "El año en resumen: lo que hicieron los miembros" },
] as const;
