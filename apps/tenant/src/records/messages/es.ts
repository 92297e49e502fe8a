export default {
  "records.title": "Expedientes restringidos",
  "records.lead":
    "En estos expedientes alguien podría estar contando que le hacen daño. No están en ninguna lista ni exportación, y no se puede decidir nada sobre ellos.",
  "records.empty": "No hay expedientes restringidos",
  "records.empty-body":
    "En una solicitud o en el expediente de un miembro, elija «Alguien podría estar contando que le hacen daño».",
  "records.record": "Expediente",
  "records.since": "Restringido",
  "records.application": "Solicitud",
  "records.member": "Expediente de un miembro",

  "records.may-be": "Alguien podría estar contando que le hacen daño",
  "records.may-be-body":
    "Si alguien dice aquí que le hacen daño, o que se lo hacen a otra persona, cierre este expediente para todos los demás. Después verá qué hacer.",
  "records.restrict": "Restringir este expediente",

  "records.script": "Qué hacer ahora",
  "records.script1": "Si alguien está en peligro en este momento, llame al 911.",
  "records.script2":
    "Pida consejo a la Línea Nacional contra la Trata de Personas: {phone}. Puede llamar por otra persona y no tiene que dar nombres.",
  "records.script3":
    "No llame, no escriba ni visite la empresa. No responda a la dirección ni al teléfono del expediente: el empleador u otra persona podría leerlo.",
  "records.script4": "No reenvíe, copie ni imprima lo que se escribió. Dígaselo solo a quien deba saberlo.",
  "records.script5":
    "Dígaselo en persona a su supervisor. La oficina no ha registrado instrucciones propias para esto; pídalas.",
  "records.readers":
    "{count, plural, one {Lo abrió una persona de la oficina.} other {Lo abrieron # personas de la oficina.}} Cada apertura queda en la auditoría.",
  "records.open": "Abrir el expediente",
  "records.open-body": "Ábralo solo si usted se ocupa de él. La auditoría guarda quién lo hizo y cuándo.",
  "records.go": "Ir al expediente",
  "records.lift": "Levantar la restricción",
  "records.lift-body":
    "Cuando nadie contaba que le hacen daño, o cuando se hizo todo lo que había que hacer. El expediente queda como antes.",
  "records.audit": "Este expediente en la auditoría",

  "records.restricted":
    "Este expediente está restringido, porque alguien podría estar contando en él que le hacen daño.",
  "records.not-restricted": "Este expediente no está restringido.",
};
