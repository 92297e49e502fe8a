import type { Catalog } from "@concord/runtime";
import type en from "./en.ts";

export default {
  "profile.demonstration":
    "Demostración. Este no es un sitio web del estado de {jurisdiction}. Los datos son de muestra.",
  "profile.assumed": "Supuesto para la demostración; la oficina no lo ha confirmado.",
  "profile.ask-office": "La oficina todavía no lo ha indicado. Pregunte a la oficina: {email}",
} satisfies Catalog<keyof typeof en>;
