import { and, desc, eq, lt } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { entries } from "./tables.ts";

/** A key of ours that the registry lets sign now. */
export interface OwnKey {
  readonly kid: string;
  readonly epoch: number;
  /** The first entry that it may sign. */
  readonly from: number;
  /** The last entry that it signed; the one before its first where it signed none. */
  readonly signedThrough: number;
  /** The one that this process signs with. */
  readonly present: boolean;
}

const pageEntries = 200;

/** Of the open epoch, those whose range has no end. */
export async function readOwnKeys(context: PeerContext): Promise<OwnKey[]> {
  const { code, keys } = context;
  const member = (await context.trust.current()).member(code);
  const open = member?.epochs.filter(({ close }) => close === undefined) ?? [];
  const named = open.flatMap(({ epoch, keys }) =>
    keys.flatMap(({ jwk, from, to }) => (to === undefined ? [{ epoch, from, kid: jwk.kid }] : [])),
  );
  return await Promise.all(
    named.map(async (key) => ({
      ...key,
      signedThrough: (await lastSigned(context, key.kid)) ?? key.from - 1,
      present: key.kid === keys.feed.kid,
    })),
  );
}

async function lastSigned({ code, database }: PeerContext, kid: string): Promise<number | undefined> {
  for (let below: number | undefined; ; ) {
    const rows = await database.db
      .select({ seq: entries.seq, signed: entries.signed })
      .from(entries)
      .where(and(eq(entries.feed, code), below === undefined ? undefined : lt(entries.seq, below)))
      .orderBy(desc(entries.seq))
      .limit(pageEntries);
    const found = rows.find(({ signed }) => signerOf(signed) === kid);
    if (found) return found.seq;
    const last = rows.at(-1);
    if (!last) return undefined;
    below = last.seq;
  }
}

/** Of an entry that was verified before it was stored. */
function signerOf(signed: string): string {
  const [header = ""] = signed.split(".");
  return JSON.parse(Buffer.from(header, "base64url").toString()).kid;
}
