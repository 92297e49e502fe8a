export { type CompletionCertificate, completionCertificatePdf } from "./completion-certificate.ts";
export { type Letter, letterPdf } from "./letter.ts";
export type { Letterhead } from "./letterhead.ts";
export { membershipCertificatePdf } from "./membership-certificate.ts";
export { onePagePdf } from "./one-page.ts";
export { type Policy, policyPdf } from "./policy.ts";
export { policyDocx } from "./policy-docx.ts";
export { type Poster, posterPdf } from "./poster.ts";
