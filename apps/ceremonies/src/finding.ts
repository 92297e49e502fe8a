import type { Reason } from "@concord/federation";

/** What a file turned out to be. */
export interface Finding {
  readonly what: string;
  readonly says: readonly string[];
  readonly signers: readonly string[];
  readonly notes: readonly string[];
  /** Why it does not hold. */
  readonly reason?: Reason;
}

export type Verdict = { readonly verified: true } | { readonly verified: false; readonly reason: Reason };

export const nothing = (what: string, reason: Reason): Finding => ({
  what,
  says: [],
  signers: [],
  notes: [],
  reason,
});

/** What the first protected header says that this is; nothing is verified yet. */
export function typOf(text: string): string | undefined {
  try {
    const general = text.startsWith("{");
    const header = general ? JSON.parse(text).signatures[0].protected : text.split(".")[0];
    const { typ } = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    return typeof typ === "string" ? typ : undefined;
  } catch {
    return undefined;
  }
}
