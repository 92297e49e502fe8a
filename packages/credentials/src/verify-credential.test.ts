import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { during2026, issuerId, sampleFacts } from "../test/sample-facts.ts";
import {
  type CredentialKey,
  generateCredentialKey,
  issueCredential,
  publicJwk,
  readCredentialKey,
  trustedKey,
  verificationReasons,
  verifyCredential,
} from "./index.ts";

const file = z.object({
  now: z.iso.datetime(),
  statusListUrl: z.url(),
  keys: z.array(z.object({ issuer: z.string(), kid: z.string(), jwk: publicJwk })),
  vectors: z.array(
    z.object({
      name: z.string(),
      jwt: z.string(),
      now: z.iso.datetime().optional(),
      statusList: z.string().nullable().optional(),
      expect: z.object({ verified: z.boolean(), reason: z.enum(verificationReasons).optional() }),
    }),
  ),
});
const text = readFileSync(join(import.meta.dirname, "../vectors/vectors.json"), "utf8");
const { now, statusListUrl, keys, vectors } = file.parse(JSON.parse(text));

test.each(vectors)("vector $name", async ({ jwt, statusList, expect: expected, ...vector }) => {
  const lookUp = async (url: string) => (url === statusListUrl ? (statusList ?? undefined) : undefined);
  const verification = await verifyCredential(jwt, {
    keys,
    now: new Date(vector.now ?? now),
    ...(statusList !== undefined && { statusList: lookUp }),
  });
  expect(verification).toMatchObject(expected);
});

test("every reason has a vector", () => {
  const shown = new Set(vectors.map((vector) => vector.expect.reason));
  expect(verificationReasons.filter((reason) => !shown.has(reason))).toEqual([]);
});

let key: CredentialKey;
beforeAll(async () => {
  key = await readCredentialKey(await generateCredentialKey());
});

test("what was issued verifies with every fact, whatever the name is", async () => {
  const names = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      async (name, hours) => {
        const jwt = await issueCredential(
          { ...sampleFacts, subject: { ...sampleFacts.subject, name, hours } },
          key,
        );
        const verification = await verifyCredential(jwt, {
          keys: [trustedKey(issuerId, key)],
          now: during2026,
        });
        if (!verification.verified) throw new Error(verification.reason);
        const { credentialSubject } = verification.credential;
        expect(credentialSubject.identifier[0]?.identityHash).toBe(name);
        expect(credentialSubject.creditsEarned).toBe(hours);
      },
    ),
    { numRuns: 20 },
  );
});

test("the header holds exactly alg, kid, jwk and typ, and no private part of the key", async () => {
  const jwt = await issueCredential(sampleFacts, key);
  const header = JSON.parse(Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString());
  expect(header).toEqual({
    alg: "RS256",
    kid: key.kid,
    jwk: { kty: "RSA", n: key.publicJwk.n, e: "AQAB" },
    typ: "JWT",
  });
});

test("no change to a single letter goes unnoticed, and nothing throws", async () => {
  const jwt = await issueCredential(sampleFacts, key);
  const options = { keys: [trustedKey(issuerId, key)], now: during2026 };
  await fc.assert(
    fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom(..."AQgw-_.9"), async (place, letter) => {
      fc.pre(jwt[place] !== letter);
      const changed = jwt.slice(0, place) + letter + jwt.slice(place + 1);
      expect((await verifyCredential(changed, options)).verified).toBe(false);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string(), async (noise) => {
      expect((await verifyCredential(noise, options)).verified).toBe(false);
    }),
  );
});

test("facts that make no credential are not signed", async () => {
  await expect(issueCredential({ ...sampleFacts, id: "no uri" }, key)).rejects.toThrow(z.ZodError);
});
