export { deskApi } from "./api.ts";
export { deskPortal } from "./portal.tsx";
export { settleDesk } from "./settle-desk.ts";
