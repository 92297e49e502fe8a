import type { z } from "zod";
import { parseGeneral, signGeneral, thresholdMet } from "./general-jws.ts";
import { hash } from "./hash.ts";
import { publicJwk, type SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { endsAfterItBegins, seconds, toSeconds } from "./names.ts";
import { type Refused, refused } from "./reasons.ts";
import { registryPayload } from "./registry.ts";
import { isCurrent, type Trust } from "./trust.ts";

const typ = "concord-join+jws";

export const joinPayload = registryPayload.shape.members.element
  .pick({ code: true, name: true, baseUrl: true, roles: true })
  .extend({ net: hash, key: publicJwk, iat: seconds, exp: seconds })
  .refine(endsAfterItBegins, { message: "it ends before it begins" });

export type JoinPayload = z.infer<typeof joinPayload>;

/** What whoever asks to join, or to sign with another key, says and proves. */
export interface JoinRequest extends JoinPayload {
  /** A current key of the same member signed as well: whoever asks is the member itself. */
  readonly endorsed: boolean;
}

export type JoinVerdict = { readonly verified: true; readonly request: JoinRequest } | Refused;

/**
 * Takes a request whose own key signed it (proof of possession, so nobody joins with another's key). That the
 * key is the member's is for a person to find out, by its fingerprint.
 */
export async function verifyJoinRequest(text: string, trust: Trust, now: Date): Promise<JoinVerdict> {
  const jws = parseGeneral(text, typ, limits.statementBytes);
  if (!jws.ok) return refused(jws.reason);
  const read = joinPayload.safeParse(jws.value.json);
  if (!read.success) return refused("malformed");
  const { key, net, iat, exp, code } = read.data;
  if (!(await thresholdMet(jws.value, { keys: [key], threshold: 1 }))) return refused("bad-signature");
  if (net !== trust.net) return refused("wrong-network");
  if (exp - iat > limits.joinSeconds) return refused("malformed");
  const at = toSeconds(now);
  if (iat > at + limits.leewaySeconds || exp + limits.leewaySeconds < at) return refused("stale-request");
  const keys = currentKeys(trust, code).filter(({ kid }) => kid !== key.kid);
  const endorsed = await thresholdMet(jws.value, { keys, threshold: 1 });
  return { verified: true, request: { ...read.data, endorsed } };
}

/** Signs with the key that is asked for, and with the present one where there is one. Throws ZodError. */
export function signJoinRequest(
  draft: Omit<JoinPayload, "key" | "iat" | "exp">,
  keys: { readonly key: SigningKey; readonly present?: SigningKey },
  now: Date,
): Promise<string> {
  const iat = toSeconds(now);
  const payload = joinPayload.parse({
    ...draft,
    key: keys.key.publicJwk,
    iat,
    exp: iat + limits.joinSeconds,
  });
  return signGeneral(payload, typ, keys.present ? [keys.key, keys.present] : [keys.key]);
}

function currentKeys(trust: Trust, code: string) {
  const member = trust.member(code);
  const keys = member?.epochs.flatMap((epoch) => epoch.keys.map(({ jwk }) => jwk)) ?? [];
  return keys.filter(({ kid }) => {
    const use = member && trust.feedKey(member, kid);
    return use && isCurrent(use);
  });
}
