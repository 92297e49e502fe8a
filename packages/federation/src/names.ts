import { z } from "zod";
import { hash } from "./hash.ts";

/** A member's code, as `us-ms`. */
export const memberCode = z
  .string()
  .max(32)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** An item's name is its feed's code, a dot, and what the feed calls it: nobody can name another feed's item. */
export const itemId = z
  .string()
  .max(128)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.[A-Za-z0-9_-]+$/);

/** A kind of item, as `training`; which kinds there are is no matter of this protocol. */
export const kindName = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/);

/** The format of a body, as `concord.training/1`. */
export const schemaName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9.-]*\/[0-9]+$/);

/** Seconds since 1970 (RFC 7519 NumericDate, whole), up to the end of the year 9999. */
export const seconds = z.int().nonnegative().max(253_402_300_799);

/** For whatever has a time from which and one until which it holds. */
export const endsAfterItBegins = ({ iat, exp }: { readonly iat: number; readonly exp: number }) => exp >= iat;

/** What a signed integer of 32 bits holds, as databases have them. */
const greatest = 2_147_483_647;
/** How many of something there are. */
export const count = z.int().nonnegative().max(greatest);
/** Which one of several something is, from 1. */
export const ordinal = z.int().positive().max(greatest);

export const derivation = z.object({ item: itemId, revision: ordinal });
export type Derivation = z.infer<typeof derivation>;

/** A file that a revision needs; `role` and `lang` say what for. */
export const blobRef = z.object({
  sha256: hash,
  size: z
    .int()
    .positive()
    .max(2 * 1024 ** 3),
  /** A media type without parameters. */
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  role: z.string().min(1).max(60),
  lang: z.string().min(2).max(35).optional(),
});
export type BlobRef = z.infer<typeof blobRef>;

/** Whole seconds of a date, as the protocol writes time. */
export function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
