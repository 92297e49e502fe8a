import { z } from "zod";
import { contexts, epochSeconds } from "./achievement-credential.ts";
import type { CredentialKey, TrustedKey } from "./credential-key.ts";
import { openCredential, signCredential } from "./signed-credential.ts";
import { decodeStatusBits, encodeStatusBits } from "./status-bits.ts";

interface StatusListFacts {
  /** The address it is served from; entries name it as `statusListCredential`. */
  readonly url: string;
  readonly issuer: string;
  readonly purpose: "revocation" | "suspension";
  readonly validFrom: Date;
  /** How long a copy may be believed. */
  readonly validUntil: Date;
  /** Indexes whose credentials do not hold. */
  readonly set: Iterable<number>;
}

const statusListCredential = z.looseObject({
  id: z.string(),
  type: z.array(z.string()).refine((types) => types.includes("BitstringStatusListCredential")),
  issuer: z.string(),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }),
  credentialSubject: z.looseObject({
    type: z.literal("BitstringStatusList"),
    statusPurpose: z.enum(["revocation", "suspension"]),
    encodedList: z.string(),
  }),
});

type Status = "set" | "clear" | "unknown";

/** A Bitstring Status List 1.0 credential, signed like a certificate. */
export function createStatusList(facts: StatusListFacts, key: CredentialKey): Promise<string> {
  const [validFrom, validUntil] = [facts.validFrom, facts.validUntil].map(
    (moment) => `${moment.toISOString().slice(0, 19)}Z`,
  );
  const credential = statusListCredential.parse({
    "@context": [contexts[0]],
    id: facts.url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: facts.issuer,
    validFrom,
    validUntil,
    credentialSubject: {
      id: `${facts.url}#list`,
      type: "BitstringStatusList",
      statusPurpose: facts.purpose,
      encodedList: encodeStatusBits(facts.set),
    },
  });
  const claims = {
    iss: credential.issuer,
    jti: credential.id,
    nbf: epochSeconds(credential.validFrom),
    exp: epochSeconds(credential.validUntil),
    sub: `${facts.url}#list`,
  };
  return signCredential({ ...credential, ...claims }, key);
}

interface StatusQuestion {
  readonly url: string;
  readonly issuer: string;
  readonly purpose: "revocation" | "suspension";
  readonly index: number;
  readonly now: Date;
}

/**
 * Looks an entry up (Bitstring Status List 1.0, section 3.2). A list that is forged, stale, of another issuer,
 * address or purpose, or shorter than the index answers nothing: `unknown`, never `clear`.
 */
export async function readStatus(
  jwt: string,
  keys: readonly TrustedKey[],
  { url, issuer, purpose, index, now }: StatusQuestion,
): Promise<Status> {
  const opened = await openCredential(jwt, keys);
  if (!opened.opened || opened.key.issuer !== issuer) return "unknown";
  const { data: list } = statusListCredential.safeParse(opened.payload);
  if (!list || list.id !== url || list.issuer !== issuer) return "unknown";
  if (list.credentialSubject.statusPurpose !== purpose) return "unknown";
  if (now.getTime() < Date.parse(list.validFrom) || now.getTime() >= Date.parse(list.validUntil))
    return "unknown";
  const bits = decodeStatusBits(list.credentialSubject.encodedList);
  if (!bits || index >= bits.length) return "unknown";
  return bits.has(index) ? "set" : "clear";
}
