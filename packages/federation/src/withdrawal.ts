import { z } from "zod";
import { parseDraft, signGeneral } from "./general-jws.ts";
import { hash } from "./hash.ts";
import type { Parse } from "./jws.ts";
import { limits } from "./limits.ts";
import { seconds } from "./names.ts";

const typ = "concord-withdrawal+jws";

/** `document` is the SHA-256 of the payload that is not to be finished. */
const withdrawal = z.object({ net: hash, document: hash, iat: seconds });

type Withdrawal = z.infer<typeof withdrawal>;

/**
 * What a keeper signs who no longer stands by a document that waits for others. It is a matter between keepers and
 * their desk: members never see it, and it makes no signature void.
 */
export function draftWithdrawal(payload: Withdrawal): Promise<string> {
  return signGeneral(payload, typ, []);
}

/** What a withdrawal says. Nothing is verified. */
export function readWithdrawal(text: string): Parse<Withdrawal> {
  const jws = parseDraft(text, typ, limits.statementBytes);
  if (!jws.ok) return jws;
  const read = withdrawal.safeParse(jws.value.json);
  return read.success ? { ok: true, value: read.data } : { ok: false, reason: "malformed" };
}
