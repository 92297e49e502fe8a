import { gunzipSync, gzipSync } from "node:zlib";

/** Bitstring Status List 1.0, section 2.2: at least 16 KB, so that one entry cannot be told from its neighbors. */
export const minimumBits = 131_072;
/** A list of more than 16 million entries is refused before it fills the memory. */
const maximumBytes = 2 * 1024 * 1024;

/** Whether each index of a list is set. */
export interface StatusBits {
  readonly length: number;
  has(index: number): boolean;
}

/**
 * The `encodedList` with the given indexes set: gzip (RFC 1952), then multibase base64url ("u…").
 * The list grows by doubling when an index lies beyond it. Throws RangeError on an index that is no whole number.
 */
export function encodeStatusBits(set: Iterable<number>): string {
  const indexes = [...set];
  for (const index of indexes) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= maximumBytes * 8)
      throw new RangeError(`${index} is not an index of a status list`);
  }
  const highest = indexes.reduce((most, index) => Math.max(most, index), 0);
  const length = Math.max(minimumBits, 2 ** Math.ceil(Math.log2(highest + 1)));
  const bytes = new Uint8Array(length / 8);
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | mask(index);
  return `u${gzipSync(bytes).toString("base64url")}`;
}

/** Reads an `encodedList`; undefined where it is malformed, too short or too long. */
export function decodeStatusBits(encoded: string): StatusBits | undefined {
  if (!/^u[\w-]+$/.test(encoded)) return undefined;
  try {
    const bytes = gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: maximumBytes });
    if (bytes.length * 8 < minimumBits) return undefined;
    return {
      length: bytes.length * 8,
      has: (index) => ((bytes[index >> 3] ?? 0) & mask(index)) !== 0,
    };
  } catch {
    return undefined;
  }
}

/** Index 0 is the left-most bit of the first byte. */
function mask(index: number): number {
  return 0x80 >> (index & 7);
}
