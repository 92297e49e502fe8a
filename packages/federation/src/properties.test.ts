import fc from "fast-check";
import { compactVerify } from "jose";
import { expect, test } from "vitest";
import { decodeSegment } from "./base64url.ts";
import { genesis } from "./hash.ts";
import { applyEntry, type ItemState, nextAttemptIn, parseStrictJson, verifyEntry } from "./index.ts";
import { parseCompact, signCompact, verifyCompact } from "./jws.ts";
import { generateSigningKey, readSigningKey, verifyingKey } from "./keys.ts";
import { draftOf, trialNetwork } from "./trial-network.fixture.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("strict JSON reads what JSON.stringify writes", () => {
  const numbers = [fc.maxSafeInteger(), fc.double({ min: -1e15, max: 1e15, noNaN: true })];
  const values = [fc.string(), fc.boolean(), fc.constant(null), ...numbers];
  fc.assert(
    fc.property(fc.object({ values }), (value) => {
      const text = JSON.stringify(value);
      expect(parseStrictJson(bytesOf(text))).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test("strict JSON takes every string that a database keeps, and no other, as a value and as a name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, asName) => {
      const bytes = bytesOf(JSON.stringify(asName ? { [text]: 1 } : [text]));
      expect(parseStrictJson(bytes).ok).toBe(text.isWellFormed() && !text.includes("\0"));
    }),
  );
});

test("strict JSON refuses a member named twice, however deep and however escaped", () => {
  const wraps = fc.array(fc.constantFrom('{"a":', "[1,", '{"b":{"c":1},"d":'), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), wraps, (name, value, outside) => {
      const plain = JSON.stringify(name);
      const escaped = `"${[...name].map(escaped16).join("")}"`;
      const inner = `{${plain}:${JSON.stringify(value)}, ${escaped} : 1}`;
      const close = outside.map((open) => (open.startsWith("[") ? "]" : "}")).reverse();
      expect(parseStrictJson(bytesOf(outside.join("") + inner + close.join("")))).toEqual({
        ok: false,
        reason: "not-canonical",
      });
    }),
  );
  function escaped16(char: string) {
    return [...Array(char.length).keys()]
      .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join("");
  }
});

test("a segment decodes only as its bytes would be written", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64url");
      expect([...(decodeSegment(text) ?? [])]).toEqual([...bytes]);
      expect(decodeSegment(`${text}=`)).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = decodeSegment(text);
      expect(bytes === undefined || Buffer.from(bytes).toString("base64url") === text).toBe(true);
    }),
  );
});

test("the fast verification and jose give the same answer, whatever is changed", async () => {
  const key = readSigningKey(generateSigningKey());
  const other = readSigningKey(generateSigningKey());
  const place = { at: fc.nat(), to: fc.constantFrom(..."AQgwBZz09-_") };
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.option(fc.record(place)),
      fc.boolean(),
      async (value, change, own) => {
        fc.pre(parseStrictJson(bytesOf(JSON.stringify({ value }))).ok);
        const text = await signCompact({ value }, "concord-entry+jwt", key);
        const at = change ? change.at % text.length : 0;
        const changed = change ? text.slice(0, at) + change.to + text.slice(at + 1) : text;
        const jws = parseCompact(changed, "concord-entry+jwt", 1_000_000);
        if (!jws.ok) return;
        const verifier = verifyingKey((own ? key : other).publicJwk);
        const answer = await compactVerify(changed, verifier.publicKey, { algorithms: ["Ed25519"] }).then(
          () => true,
          () => false,
        );
        expect(verifyCompact(jws.value, verifier)).toBe(answer);
        expect(answer).toBe(own && changed === text);
      },
    ),
  );
});

test("no change of a single character of an entry is taken", async () => {
  const net = await trialNetwork(["us-aa"]);
  const { text } = await net.entry("us-aa", { seq: 1 });
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, to) => {
      const changed = text.slice(0, at) + to + text.slice(at + 1);
      fc.pre(changed !== text);
      const verdict = verifyEntry(changed, net.trust, { feed: "us-aa", seq: 0, head: genesis });
      expect(verdict.verified).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("tombstones are for ever: no order of entries makes an item less severe or brings a revision back", () => {
  const severity = { live: 0, withdrawn: 1, recalled: 2, erased: 3 };
  const { body, significance, ...about } = draftOf(genesis, "us-aa");
  const step = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((revision) => ({
      ...{ ...about, body, significance, blobs: [], revision },
      op: revision === 1 ? "publish" : "revise",
    })),
    fc.constantFrom("withdraw", "recall").map((op) => ({ ...about, op })),
    fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }).map((revisions) => ({
      ...{ ...about, revisions, op: "erase" },
    })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let state: ItemState | undefined;
      for (const entry of steps) {
        const result = applyEntry(state, entry as Parameters<typeof applyEntry>[1]);
        if (!result.effect) continue;
        const before = state;
        state = result.state;
        if (!before) continue;
        expect(severity[state.status]).toBeGreaterThanOrEqual(severity[before.status]);
        expect(state.erased).toEqual(expect.arrayContaining([...before.erased]));
        if (before.status !== "live") expect(state.revision).toBe(before.revision);
      }
    }),
  );
});

test("back-off never exceeds six hours, never falls with failures, and obeys Retry-After", () => {
  const input = { failures: fc.nat(50), random: fc.double({ min: 0, max: 1, noNaN: true }) };
  fc.assert(
    fc.property(fc.record(input), fc.integer({ min: 1, max: 3600 }), (given, retryAfter) => {
      const wait = nextAttemptIn({ ...given, pollSeconds: 300 });
      expect(wait).toBeLessThanOrEqual(6 * 3600);
      expect(wait).toBeGreaterThan(0);
      if (given.failures > 0) {
        const later = nextAttemptIn({ ...given, failures: given.failures + 1, pollSeconds: 300 });
        expect(later).toBeGreaterThanOrEqual(wait);
      }
      expect(nextAttemptIn({ ...given, pollSeconds: 300, retryAfter })).toBeGreaterThanOrEqual(retryAfter);
    }),
  );
});
