export { auditAtEnd } from "./audit/index.ts";
export { bootTenant } from "./boot/boot-tenant.ts";
export { loadKeys } from "./boot/load-keys.ts";
export { readTenantConfig } from "./config.ts";
export type { Context, Unit } from "./context.ts";
export { addLicense, noteBoard, recordApproval } from "./education/index.ts";
export { type Actor, appointOfficer, ensurePerson } from "./identity/index.ts";
export {
  approveApplication,
  attachFile,
  denyApplication,
  lapseMembership,
  listAllMembers,
  type Member,
  requestInformation,
  startApplication,
  submitApplication,
} from "./membership/index.ts";
export { settleHistory } from "./notifications/index.ts";
export { hotlinesOf } from "./portal/site.ts";
export { homeState, loadProfile, type Profile, textIn } from "./profile/index.ts";
export { publishFigures } from "./statistics/index.ts";
export { adoptItem, askPeers, listIncoming, ownOverlay, publishItem } from "./syndication/index.ts";
export {
  adoptPolicy,
  chooseToolkit,
  completeStep,
  listAllToolkits,
  offerLibraryToolkit,
  savePolicy,
  type Toolkit,
  takeAssessment,
} from "./toolkits/index.ts";
export {
  answerQuiz,
  attendSession,
  createTraining,
  enroll,
  finishLesson,
  keepMaterial,
  listAllTrainings,
  planSession,
  publishLocally,
  readTraining,
  registerForSession,
  renewEmployerLink,
  type Training,
} from "./trainings/index.ts";
export { readFill, recordFill } from "./trial/index.ts";
