export type { Board, PostingRule } from "./board-schema.ts";
export { brandOf } from "./brand-schema.ts";
export { ProfileError } from "./faults.ts";
export { discreetFileName, letterheadOf } from "./letterhead.ts";
export { fillLetter } from "./letters.ts";
export { loadProfile, profileCodes, profilesFolder } from "./load-profile.ts";
export {
  type Commitment,
  entityTypes,
  type Level,
  type MembershipRules,
  type RenewalRule,
} from "./membership-schema.ts";
export { askOffice, assumptionNotice, demonstrationNotice } from "./notices.ts";
export {
  homeState,
  type LetterKind,
  type Profile,
} from "./schema.ts";

export { type Basis, type Localized, textIn } from "./text-schema.ts";
export { tokensOf } from "./tokens.ts";
