export { deskApi } from "./api.ts";
export type { TrialKeeper } from "./model.ts";
export { deskPortal } from "./portal.tsx";
export { keepInForce, settleDesk } from "./settle-desk.ts";
