export { type Denominator, type Denominators, ratePerThousand, sources } from "./model.ts";
export { readDenominators } from "./read-denominators.ts";
