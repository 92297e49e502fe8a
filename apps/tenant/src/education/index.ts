export { listBoards, noteBoard, recordApproval } from "./approvals.ts";
export { certifyCompletion } from "./certify.ts";
export { listUnclaimed } from "./claim.ts";
export { askCredit } from "./credit.ts";
export { addLicense, readLicenses } from "./licenses.ts";
export { educationKeepsFile } from "./store-kept-files.ts";
export { type CreditCounts, countCredit } from "./store-rosters.ts";
