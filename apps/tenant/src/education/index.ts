export { listBoards, noteBoard } from "./boards.ts";
export { certifyCompletion } from "./certify.ts";
export { listUnclaimed } from "./claim.ts";
export { askCredit } from "./credit.ts";
export { addLicense, readLicenses } from "./licenses.ts";
export { recordApproval } from "./record-approval.ts";
export { educationKeepsFile } from "./store-kept-files.ts";
export { type CreditCounts, countCredit } from "./store-rosters.ts";
