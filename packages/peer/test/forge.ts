import { sign } from "node:crypto";
import { decodeCheckpoint, genesis, type SigningKey, sha256 } from "@concord/federation";
import type { TestMember } from "./network.ts";

type Payload = Readonly<Record<string, unknown>>;

/** Signs anything as a compact JWS, which the real signers refuse to do. */
function forge(typ: string, payload: Payload, key: SigningKey): string {
  const parts = [{ alg: "Ed25519", kid: key.kid, typ }, payload];
  const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${input}.${sign(null, Buffer.from(input), key.privateKey).toString("base64url")}`;
}

export const payloadOf = (text: string): Payload =>
  JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());

/** The same entry or checkpoint saying something else, signed by the key that may. */
export function resign(text: string, change: Payload, key: SigningKey, typ = "concord-entry+jwt"): string {
  return forge(typ, { ...payloadOf(text), ...change }, key);
}

/** The page that a member's own feed makes. */
export async function pageOf({ code, database: { sql } }: TestMember) {
  const entries = await sql<{ signed: string }[]>`
    select signed from peer.entries where feed = ${code} order by seq`;
  const bodies = await sql<{ sha256: string; json: string }[]>`select sha256, json from peer.bodies`;
  return {
    entries: entries.map(({ signed }) => signed),
    bodies: Object.fromEntries(bodies.map((row) => [row.sha256, row.json])),
  };
}

/** The newest checkpoint that a member holds of a feed. */
export async function heldCheckpoint({ database: { sql } }: TestMember, feed: string): Promise<string> {
  const [row] = await sql<{ checkpoint: string | null }[]>`
    select checkpoint from peer.feeds where code = ${feed}`;
  if (!row?.checkpoint) throw new Error(`no checkpoint of ${feed}`);
  return row.checkpoint;
}

/** A checkpoint over entries that somebody signed by hand, as the feed's key would sign it a minute later. */
export function checkpointOver(
  held: string,
  entries: readonly string[],
  key: SigningKey,
  change: Payload = {},
) {
  const { iat, exp } = decodeCheckpoint(held);
  const head = entries.length > 0 ? sha256(entries.at(-1) ?? "") : genesis;
  const said = { size: entries.length, head, iat: iat + 60, exp: exp + 60, ...change };
  return resign(held, said, key, "concord-checkpoint+jwt");
}
