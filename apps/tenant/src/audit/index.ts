export { type AuditEvent, auditAtEnd } from "./append.ts";
export { listAudit } from "./list.ts";
export type { AuditRecord } from "./model.ts";
export { activityAfter, activityHead, destroyKey, newestActivity } from "./store.ts";
export { verifyChain } from "./verify-chain.ts";
