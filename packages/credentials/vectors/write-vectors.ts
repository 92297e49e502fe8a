import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CredentialFacts,
  createStatusList,
  generateCredentialKey,
  issueCredential,
  readCredentialKey,
  type TrustedKey,
  trustedKey,
} from "../src/index.ts";
import { claimsOf, credentialOf } from "../src/issue-credential.ts";
import { signCredential } from "../src/signed-credential.ts";
import { during2026, issuerId, sampleFacts, statusUrl } from "../test/sample-facts.ts";

// Writes vectors.json anew, with fresh keys whose private halves are thrown away: node vectors/write-vectors.ts
const otherIssuer = "https://ot.example.test";
const key = await readCredentialKey(await generateCredentialKey(), `${issuerId}/credentials/keys`);
const other = await readCredentialKey(await generateCredentialKey(), `${otherIssuer}/credentials/keys`);
const keys: TrustedKey[] = [trustedKey(issuerId, key), trustedKey(otherIssuer, other)];

const revocable: CredentialFacts = { ...sampleFacts, statusList: { url: statusUrl, index: 94_567 } };
const list = (set: number[], purpose: "revocation" | "suspension" = "suspension", signer = key) =>
  createStatusList(
    {
      url: statusUrl,
      issuer: issuerId,
      purpose,
      validFrom: new Date("2026-05-31T00:00:00Z"),
      validUntil: new Date("2026-06-02T00:00:00Z"),
      set,
    },
    signer,
  );

const good = await issueCredential(sampleFacts, key);
const [header = "", payload = "", signature = ""] = good.split(".");
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (segment: string) => JSON.parse(Buffer.from(segment, "base64url").toString());
const credential = credentialOf(sampleFacts);
const altered = encode({ ...decode(payload), name: "Gold Partner" });
/** The last letter of a signature of 256 bytes holds four unused bits. */
const respelled = `${signature.slice(0, -1)}${String.fromCharCode(signature.charCodeAt(signature.length - 1) + 1)}`;
const now = during2026.toISOString();

const vectors = [
  { name: "valid-membership", jwt: good, statusList: await list([]), expect: { verified: true } },
  {
    name: "valid-completion-with-license",
    jwt: await issueCredential(
      {
        ...sampleFacts,
        validUntil: undefined,
        statusList: undefined,
        subject: {
          ...sampleFacts.subject,
          name: "Ana Núñez",
          licenseNumber: "RN-884012",
          hours: 1.5,
          completedAt: new Date("2026-03-04T18:30:00Z"),
        },
        achievement: {
          ...sampleFacts.achievement,
          type: "CertificateOfCompletion",
          name: "Señales de trata en el hospedaje",
          language: "es",
        },
      },
      key,
    ),
    expect: { verified: true },
  },
  refused("malformed-two-segments", "malformed", `${header}.${payload}`),
  refused("malformed-signature-not-canonical", "malformed", `${header}.${payload}.${respelled}`),
  refused(
    "malformed-payload-no-json",
    "malformed",
    `${header}.${Buffer.from("{").toString("base64url")}.${signature}`,
  ),
  refused(
    "header-none",
    "header-not-allowed",
    `${encode({ ...decode(header), alg: "none" })}.${payload}.${signature}`,
  ),
  refused(
    "header-hs256",
    "header-not-allowed",
    `${encode({ ...decode(header), alg: "HS256" })}.${payload}.${signature}`,
  ),
  refused(
    "header-extra-x5u",
    "header-not-allowed",
    `${encode({ ...decode(header), x5u: "https://e.test" })}.${payload}.${signature}`,
  ),
  refused(
    "header-private-jwk",
    "header-not-allowed",
    `${encode({ ...decode(header), jwk: { ...key.publicJwk, d: "AQAB" } })}.${payload}.${signature}`,
  ),
  refused(
    "key-unknown-trusts-nobody-by-jwk",
    "key-unknown",
    await issueCredential(sampleFacts, { ...other, kid: `${issuerId}/credentials/keys/nobody` }),
  ),
  refused(
    "key-mismatch-foreign-jwk-under-known-kid",
    "key-mismatch",
    await issueCredential(sampleFacts, { ...other, kid: key.kid }),
  ),
  refused("signature-of-altered-payload", "signature-invalid", `${header}.${altered}.${signature}`),
  refused(
    "credential-without-subject",
    "credential-invalid",
    await signCredential({ ...decode(payload), credentialSubject: undefined }, key),
  ),
  refused(
    "credential-wrapped-in-vc",
    "credential-invalid",
    await signCredential({ ...claimsOf(credential), vc: credential }, key),
  ),
  refused(
    "claims-another-subject",
    "claims-mismatch",
    await signCredential({ ...decode(payload), sub: "urn:uuid:someone-else" }, key),
  ),
  refused(
    "claims-nbf-a-second-off",
    "claims-mismatch",
    await signCredential({ ...decode(payload), nbf: decode(payload).nbf - 1 }, key),
  ),
  refused(
    "claims-longer-exp",
    "claims-mismatch",
    await signCredential({ ...decode(payload), exp: decode(payload).exp + 1 }, key),
  ),
  refused("issuer-signed-by-another", "issuer-mismatch", await issueCredential(sampleFacts, other)),
  { ...refused("not-yet-valid", "not-yet-valid", good), now: "2025-12-31T23:59:59Z" },
  { ...refused("expired-at-the-very-second", "expired", good), now: "2027-01-01T00:00:00Z" },
  { ...refused("status-list-missing", "status-unknown", good), statusList: null },
  {
    ...refused("status-list-of-another-issuer", "status-unknown", good),
    statusList: await list([], "suspension", other),
  },
  {
    ...refused("status-list-stale", "status-unknown", good),
    now: "2026-06-02T00:00:00Z",
    statusList: await list([]),
  },
  {
    ...refused("status-list-of-another-purpose", "status-unknown", good),
    statusList: await list([], "revocation"),
  },
  { ...refused("suspended", "suspended", good), statusList: await list([94_567]) },
  {
    ...refused("revoked", "revoked", await issueCredential(revocable, key)),
    statusList: await list([1, 94_567], "revocation"),
  },
];

function refused(name: string, reason: string, jwt: string) {
  return { name, jwt, expect: { verified: false, reason } };
}

const path = join(import.meta.dirname, "vectors.json");
writeFileSync(path, `${JSON.stringify({ now, statusListUrl: statusUrl, keys, vectors }, null, 2)}\n`);
