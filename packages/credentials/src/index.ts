export {
  type CredentialKey,
  generateCredentialKey,
  publicJwk,
  readCredentialKey,
  type TrustedKey,
  trustedKey,
} from "./credential-key.ts";
export { type CredentialFacts, issueCredential } from "./issue-credential.ts";
export { createStatusList } from "./status-list.ts";
export { newVerificationCode, normalizeVerificationCode } from "./verification-code.ts";
export { verificationReasons, verifyCredential } from "./verify-credential.ts";
