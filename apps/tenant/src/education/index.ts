export { listBoards, noteBoard, recordApproval } from "./approvals.ts";
export { askCredit, certifyCompletion } from "./credit.ts";
export { addLicense, readLicenses } from "./licenses.ts";
export { educationKeepsFile } from "./store-kept-files.ts";
export { type CreditCounts, countCredit } from "./store-rosters.ts";
