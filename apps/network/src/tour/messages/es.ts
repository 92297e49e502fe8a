import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "tour.title": "El recorrido",
  "tour.lead":
    "Seis pasos, unos cinco minutos. No son diapositivas: usted hace cada paso en los sitios de los estados, y se marca cuando de verdad ocurrió allí.",
  "tour.bar": "El recorrido, {done} de 6 pasos hechos",
  "tour.begin": "Comenzar el recorrido",
  "tour.begin-again": "Comenzar otra vez",
  "tour.end": "Dejar el recorrido",
  "tour.again-note": "Comenzar otra vez borra las marcas, no lo que hizo: su motel sigue siendo miembro.",
  "tour.not-begun": "Aún no ha comenzado",
  "tour.not-begun-body":
    "Desde que usted comience, se observa en {host} y {adopter} lo que piden los pasos. Solo se lee qué ocurrió, nunca nombres ni respuestas.",
  "tour.waiting": "{host} y {adopter} deben estar en marcha para comenzar. Se están iniciando.",
  "tour.off":
    "{state} está apagado. El recorrido puede comenzar, o comenzar otra vez, cuando esté encendido.",
  "tour.no-answer": "{host} o {adopter} no respondió a tiempo. Inténtelo de nuevo en un momento.",
  "tour.absent":
    "El recorrido ocurre en {host} y {adopter}. Esta red se inició sin ellos; iníciela sin --only para hacer el recorrido.",
  "tour.done": "Ya lo vio todo",
  "tour.done-body":
    "Una empresa se inscribió, una capacitación cruzó la frontera de un estado y siguió sin su origen, y una cifra subió en uno. Todo consta en los registros de los dos estados.",
  "tour.ticked": "Hecho",
  "tour.now": "Sigue",
  "tour.later": "Por venir",
  "tour.sign-in-hint":
    "Se entra con un enlace que llega por correo: pídalo, abra el buzón de prueba y siga el enlace.",
  "tour.hand": "Usted actúa como {name}, de la oficina de {state} ({email}).",
  "tour.short.apply": "Solicitar",
  "tour.short.approve": "Aprobar",
  "tour.short.verify": "Verificar",
  "tour.short.adopt": "Adoptar",
  "tour.short.alone": "Apagar",
  "tour.short.figures": "Publicar",
  "tour.apply.title": "Inscriba un motel de la costa del Golfo",
  "tour.apply.body":
    "En el sitio de {host}, inscriba un motel inventado del condado de {county}. Sirve cualquier nombre y cualquier dirección de correo que termine en .example.",
  "tour.apply.link": "Abrir la solicitud de {host}",
  "tour.approve.title": "Apruébelo y abra la carta",
  "tour.approve.body":
    "Entre como personal de la oficina de {host}, abra la solicitud de su motel y apruébela. Luego lea la carta que recibió el motel.",
  "tour.approve.link": "Abrir las solicitudes de {host} como su oficina",
  "tour.approve.link-2": "Abrir las cartas en el buzón de prueba de {host}",
  "tour.verify.title": "Verifique el certificado",
  "tour.verify.body":
    "El certificado del motel lleva un código; también está en la página del miembro en la oficina. Escríbalo en la página de verificación de {host}: responde con todo lo que está impreso.",
  "tour.verify.link": "Abrir la lista de miembros de {host}",
  "tour.verify.link-2": "Abrir la página de verificación de {host}",
  "tour.adopt.title": "{adopter} adopta lo que compartió {host}",
  "tour.adopt.body":
    "Entre como personal de la oficina de {adopter} y abra una capacitación de {host}. Lea lo que dice, ponga los contactos propios de {adopter} y adóptela.",
  "tour.adopt.link": "Abrir lo recibido en {adopter}, como su oficina",
  "tour.alone.title": "Apague {host}",
  "tour.alone.body":
    "Después abra la capacitación que adoptó {adopter}. Está completa, con sus imágenes: {adopter} guarda su propia copia verificada.",
  "tour.alone.switch": "Apagar {host}",
  "tour.alone.link": "Abrir las capacitaciones de {adopter}",
  "tour.figures.title": "Publique cifras y vea cambiar la región",
  "tour.figures.body":
    "Mientras {host} está apagado, la región lo muestra atrasado, con sus últimas cifras. Enciéndalo, publique sus cifras como su oficina, y el total de la región sube en uno: su motel.",
  "tour.figures.switch": "Encender {host}",
  "tour.figures.link": "Abrir las cifras de {host} como su oficina",
  "tour.figures.link-2": "Abrir la comparación regional",
  "tour.mark.applied": "se entregó la solicitud",
  "tour.mark.approved": "se aprobó",
  "tour.mark.letter-read": "se abrió la carta",
  "tour.mark.verified": "se verificó su certificado",
  "tour.mark.compared": "{adopter} la leyó",
  "tour.mark.adopted": "{adopter} la adoptó",
  "tour.mark.switched-off": "se apagó {host}",
  "tour.mark.taught-alone": "{adopter} mostró mientras tanto la capacitación que adoptó",
  "tour.mark.switched-on": "se encendió {host} de nuevo, después del paso 5",
  "tour.mark.published": "{host} publicó sus cifras",
  "tour.waits-for": "Falta:",
} satisfies Catalog<keyof typeof en>;
