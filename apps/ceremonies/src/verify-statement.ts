import { isStale, type Trust, verifyCheckpoint, verifyEntry, verifyJoinRequest } from "@concord/federation";
import { fingerprint } from "@concord/stewardship";
import { type Finding, nothing, type Verdict } from "./finding.ts";

/** A statement of one member, or a request to join. */
export async function verifyStatement(
  text: string,
  typ: string | undefined,
  trust: Trust | undefined,
  now: Date,
): Promise<Finding> {
  if (!trust) return nothing("something that only a network's folder can tell of", "unknown-key");
  if (typ === "concord-join+jws") return await verifyJoin(text, trust, now);
  const said = payloadOf(text);
  if (typ === "concord-entry+jwt") {
    const { feed, seq, prev } = said;
    const verdict = verifyEntry(text, trust, {
      feed: String(feed),
      seq: Number(seq) - 1,
      head: String(prev),
    });
    return statement(`entry ${seq} of ${feed}, epoch ${said.epoch}: ${said.op} ${said.item}`, text, verdict);
  }
  if (typ === "concord-checkpoint+jwt") {
    const verdict = await verifyCheckpoint(text, trust, String(said.feed), now);
    const stale =
      verdict.verified && isStale(verdict.checkpoint, now) ? ["It is stale, which is no fault."] : [];
    const what = `checkpoint of ${said.feed}, epoch ${said.epoch}: ${said.size} entries, head ${said.head}`;
    return { ...statement(what, text, verdict), notes: stale };
  }
  return nothing("nothing that this command knows", typ === undefined ? "malformed" : "bad-type");
}

async function verifyJoin(text: string, trust: Trust, now: Date): Promise<Finding> {
  const verdict = await verifyJoinRequest(text, trust, now);
  if (!verdict.verified) return nothing("a request to join", verdict.reason);
  const { code, name, baseUrl, key, endorsed } = verdict.request;
  return {
    what: `a request of ${code} to join, or to sign with another key`,
    says: [`${name}, ${baseUrl}`, `Fingerprint: ${fingerprint(key.kid)}`],
    signers: ["its own key", ...(endorsed ? ["the key that the registry names now"] : [])],
    notes: ["Whose key it is, only the fingerprint on the telephone can tell."],
  };
}

function statement(what: string, text: string, verdict: Verdict): Finding {
  const { kid } = JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString("utf8"));
  const signers = verdict.verified ? [fingerprint(String(kid))] : [];
  return { what, says: [], signers, notes: [], ...(verdict.verified ? {} : { reason: verdict.reason }) };
}

function payloadOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
  } catch {
    return {};
  }
}
