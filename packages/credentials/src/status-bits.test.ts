import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeStatusBits, encodeStatusBits, minimumBits } from "./status-bits.ts";

test("exactly the given indexes are set", () => {
  const indexes = fc.uniqueArray(fc.nat(300_000), { maxLength: 50 });
  fc.assert(
    fc.property(indexes, fc.nat(300_000), (set, other) => {
      const bits = decodeStatusBits(encodeStatusBits(set));
      expect(bits?.length).toBeGreaterThanOrEqual(minimumBits);
      expect(set.every((index) => bits?.has(index))).toBe(true);
      expect(bits?.has(other)).toBe(set.includes(other));
    }),
    { numRuns: 50 },
  );
});

test("index 0 is the left-most bit, as the recommendation says", () => {
  const list = `u${gzipSync(Uint8Array.from({ length: minimumBits / 8 }, (_, at) => (at === 0 ? 0x80 : 0))).toString("base64url")}`;
  expect(decodeStatusBits(list)?.has(0)).toBe(true);
  expect(decodeStatusBits(list)?.has(7)).toBe(false);
});

test("a list is at least 131,072 long and grows by doubling", () => {
  expect(decodeStatusBits(encodeStatusBits([]))?.length).toBe(131_072);
  expect(decodeStatusBits(encodeStatusBits([131_072]))?.length).toBe(262_144);
});

test("a list that is short, no gzip, a bomb or of another base answers nothing", () => {
  const zipped = (bytes: number) => gzipSync(new Uint8Array(bytes)).toString("base64url");
  for (const list of [
    `u${zipped(100)}`,
    "uAAAA",
    "",
    `u${zipped(8 * 1024 * 1024)}`,
    `z${zipped(minimumBits / 8)}`,
  ])
    expect(decodeStatusBits(list)).toBeUndefined();
});

test("an index that is none is refused", () => {
  for (const index of [-1, 0.5, Number.NaN, 2 ** 40])
    expect(() => encodeStatusBits([index])).toThrow(RangeError);
});
