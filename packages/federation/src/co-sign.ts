import { DomainError } from "@concord/runtime";
import { decodeSegment } from "./base64url.ts";
import { type GeneralJws, parseDraft, signBytes, thresholdMet, writeGeneral } from "./general-jws.ts";
import type { Parse, Typ } from "./jws.ts";
import type { PublicJwk, SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { type RegistryPayload, registryPayload } from "./registry.ts";
import { type RootPayload, rootPayload, signRoot } from "./root.ts";

/** A document that several holders sign in different places: what it says, and what it will be called by. */
export interface Unfinished<P> {
  readonly payload: P;
  readonly sha256: string;
  readonly text: string;
}

/** Writes a root with the signatures that there are so far. Throws ZodError where it breaks the rules. */
export async function draftRoot(payload: RootPayload, keys: readonly SigningKey[]): Promise<string> {
  return await signRoot(rootPayload.parse(payload), keys);
}

/** What a root says before everybody signed. Nothing is verified. */
export function readUnfinishedRoot(text: string): Parse<Unfinished<RootPayload>> {
  return read(text, "concord-root+jws", (json) => rootPayload.safeParse(json).data);
}

/** What a registry says before everybody signed. Nothing is verified. */
export function readUnfinishedRegistry(text: string): Parse<Unfinished<RegistryPayload>> {
  return read(text, "concord-registry+jws", (json) => registryPayload.safeParse(json).data);
}

/**
 * Adds signatures over the very bytes that the first holder signed; a key that signed already adds none. Throws
 * `federation.malformed` for what is no such document.
 */
export async function addSignatures(text: string, typ: Typ, keys: readonly SigningKey[]): Promise<string> {
  const jws = parseDraft(text, typ, limits.trustBytes);
  const payload = jws.ok && decodeSegment(jws.value.payload);
  if (!jws.ok || !payload) throw new DomainError("federation.malformed", "invalid");
  const signed = await signersOf(
    text,
    typ,
    keys.map((key) => key.publicJwk),
  );
  const missing = keys.filter(({ kid }) => !signed.includes(kid));
  if (missing.length === 0) return text;
  return await signBytes(payload, { typ, keys: missing, signatures: jws.value.signatures });
}

/**
 * One document with every signature of these keys that verifies, one for each, wherever among the texts it stands;
 * what else was signed is left out. Undefined where the texts are not all the same document of this type.
 */
export async function gatherSignatures(
  texts: readonly string[],
  typ: Typ,
  keys: readonly PublicJwk[],
): Promise<string | undefined> {
  const read = texts.map((text) => parseDraft(text, typ, limits.trustBytes));
  const documents = read.flatMap((one) => (one.ok ? [one.value] : []));
  const [first] = documents;
  const same =
    documents.length === texts.length && documents.every(({ payload }) => payload === first?.payload);
  if (!first || !same) return undefined;
  const signatures = documents.flatMap((document) => document.signatures);
  const valid = await Promise.all(
    keys.map(async (key) => {
      for (const signature of signatures.filter(({ kid }) => kid === key.kid)) {
        const alone = { ...first, signatures: [signature] };
        if (await thresholdMet(alone, { keys: [key], threshold: 1 })) return [signature];
      }
      return [];
    }),
  );
  return writeGeneral(first.payload, valid.flat());
}

/** The `kid` of those keys whose signature stands and verifies. */
export async function signersOf(text: string, typ: Typ, keys: readonly PublicJwk[]): Promise<string[]> {
  const jws = parseDraft(text, typ, limits.trustBytes);
  if (!jws.ok) return [];
  const signed = await Promise.all(keys.map((key) => thresholdMet(jws.value, { keys: [key], threshold: 1 })));
  return keys.filter((_, at) => signed[at]).map(({ kid }) => kid);
}

function read<P>(
  text: string,
  typ: Typ,
  parse: (json: GeneralJws["json"]) => P | undefined,
): Parse<Unfinished<P>> {
  const jws = parseDraft(text, typ, limits.trustBytes);
  if (!jws.ok) return jws;
  const payload = parse(jws.value.json);
  return payload
    ? { ok: true, value: { payload, sha256: jws.value.sha256, text } }
    : { ok: false, reason: "malformed" };
}
