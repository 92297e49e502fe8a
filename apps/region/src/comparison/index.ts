export { comparisonApi } from "./api.ts";
export { comparisonPortal } from "./portal.tsx";
