export { registryApi } from "./api.ts";
export { registryPortal } from "./portal.tsx";
export { readMembers } from "./read-members.ts";
