export {
  issueCompletionCertificate,
  issueMembershipCertificate,
  releaseMembershipCertificates,
  suspendMembershipCertificates,
} from "./issue.ts";
export type { Certificate } from "./model.ts";
export { listMemberCertificates, listMyCertificates } from "./verify.ts";
