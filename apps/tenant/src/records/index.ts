export {
  closedRecords,
  demandReadable,
  demandUnrestricted,
  type MetRestriction,
  meetRestriction,
} from "./guard.ts";
export { notRestricted } from "./store.ts";
export { RestrictForm } from "./views/restrict-form.tsx";
