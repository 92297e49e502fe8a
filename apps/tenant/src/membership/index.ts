export { startApplication } from "./apply.ts";
export { approveApplication } from "./approve.ts";
export { attachFile } from "./attach-file.ts";
export { lapseMembership } from "./change-status.ts";

export { membershipDayCron, membershipDayQueue, runMembershipDay } from "./daily.ts";
export { denyApplication, requestInformation } from "./decide.ts";
export { countDirectory } from "./directory.ts";
export { countMembership, type MembershipCount } from "./figures.ts";
export { listAllMembers, myMemberships, readMember } from "./list.ts";
export type { Member } from "./model.ts";
export { readLetter } from "./review.ts";
export { findDecidedApplication } from "./store-applications.ts";
export { membershipKeepsFile } from "./store-kept-files.ts";
export { submitApplication } from "./submit.ts";
