export { trialPortal } from "./portal.ts";
export { readFill, recordFill } from "./record-fill.ts";
