/** What the pages show of a membership: rows as the store gives them, for views that never reach the store. */
export type { MembershipFile } from "./store-applications.ts";
export type { KeptRecord } from "./store-commitments.ts";
export { mostFound } from "./store-directory.ts";
export type { StoredLetter } from "./store-letters.ts";
export type { StoredLocation } from "./store-members.ts";
