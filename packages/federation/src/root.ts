import { z } from "zod";
import { type GeneralJws, parseGeneral, signGeneral, thresholdMet } from "./general-jws.ts";
import { publicJwk, type SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { endsAfterItBegins, ordinal, seconds } from "./names.ts";
import { type Refused, refused } from "./reasons.ts";

const distinctKeys = z
  .array(publicJwk)
  .refine((keys) => new Set(keys.map((key) => key.kid)).size === keys.length, { message: "a key twice" });

const majority = (role: { keys: readonly unknown[]; threshold: number }) =>
  role.threshold <= role.keys.length && role.threshold * 2 > role.keys.length;

/** The payload of a root document: who may change trust, and who may sign registries. */
export const rootPayload = z
  .object({
    version: ordinal,
    iat: seconds,
    exp: seconds,
    /** At least three offline keys, of which a majority signs: so at least two. */
    root: z
      .object({ keys: distinctKeys.min(3), threshold: z.int() })
      .refine(majority, { message: "no majority" }),
    registry: z
      .object({ keys: distinctKeys, threshold: z.int() })
      .refine(majority, { message: "no majority" }),
  })
  .refine(endsAfterItBegins, { message: "it ends before it begins" });

export type RootPayload = z.infer<typeof rootPayload>;

export interface Root extends RootPayload {
  /** SHA-256 of version 1's payload. */
  readonly net: string;
  readonly sha256: string;
  readonly text: string;
  /** The version before, which a member keeps and serves as well; none before version 1. */
  readonly before?: Root;
}

export type RootVerdict = { readonly verified: true; readonly root: Root } | Refused;

/** Version 1 is right when it hashes to the pinned network id and its own threshold signed it. */
export async function verifyFirstRoot(text: string, net: string): Promise<RootVerdict> {
  const read = readRoot(text);
  if (!read.verified) return read;
  const { jws, payload } = read;
  if (jws.sha256 !== net || payload.version !== 1) return refused("wrong-network");
  if (!(await thresholdMet(jws, payload.root))) return refused("threshold-not-met");
  return { verified: true, root: { ...payload, net, sha256: jws.sha256, text } };
}

/** Version N+1 is signed by the thresholds of N and of N+1; versions are never skipped. */
export async function verifyNextRoot(text: string, current: Root): Promise<RootVerdict> {
  const read = readRoot(text);
  if (!read.verified) return read;
  const { jws, payload } = read;
  if (payload.version <= current.version) return refused("registry-rollback");
  if (payload.version !== current.version + 1) return refused("sequence-gap");
  const met = (await thresholdMet(jws, current.root)) && (await thresholdMet(jws, payload.root));
  if (!met) return refused("threshold-not-met");
  return {
    verified: true,
    root: { ...payload, net: current.net, sha256: jws.sha256, text, before: current },
  };
}

export function signRoot(payload: RootPayload, keys: readonly SigningKey[]): Promise<string> {
  return signGeneral(payload, "concord-root+jws", keys);
}

type ReadRoot =
  | { readonly verified: true; readonly jws: GeneralJws; readonly payload: RootPayload }
  | Refused;

function readRoot(text: string): ReadRoot {
  const jws = parseGeneral(text, "concord-root+jws", limits.trustBytes);
  if (!jws.ok) return refused(jws.reason);
  const payload = rootPayload.safeParse(jws.value.json);
  return payload.success ? { verified: true, jws: jws.value, payload: payload.data } : refused("malformed");
}
