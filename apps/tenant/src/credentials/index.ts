export {
  issueCompletionCertificate,
  issueMembershipCertificate,
  releaseMembershipCertificates,
  revokeCertificates,
  suspendMembershipCertificates,
} from "./issue.ts";
export type { Certificate } from "./model.ts";
export { certificatesOf } from "./store.ts";
export { listMemberCertificates, listMyCertificates, verifyCertificate } from "./verify.ts";
