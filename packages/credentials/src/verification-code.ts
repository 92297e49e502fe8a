/** Crockford's base32: no I, L, O or U, so that a code survives a telephone and a handwritten note. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const dataSymbols = 11;
const groups = /(.{4})(.{4})(.{4})/;

/**
 * A code to print beside a certificate, `7KQ4-M2XD-9HTC`: 55 random bits and one check symbol, in groups of four.
 * Needs at least 7 bytes from a cryptographic source; throws RangeError on fewer.
 */
export function newVerificationCode(random: Uint8Array): string {
  if (random.length < 7) throw new RangeError("a verification code needs 7 random bytes");
  let bits = random.subarray(0, 7).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const values = Array.from({ length: dataSymbols }, () => {
    const value = Number(bits & 31n);
    bits >>= 5n;
    return value;
  });
  return write([...values, checkSymbol(values)]);
}

/**
 * The code as it was issued, from what somebody typed or heard: case, spaces and dashes do not matter, O reads as 0,
 * I and L as 1. Undefined where the length, a letter or the check symbol is wrong.
 */
export function normalizeVerificationCode(text: string): string | undefined {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const values = Array.from(letters, (letter) => alphabet.indexOf(letter));
  if (values.length !== dataSymbols + 1 || values.includes(-1)) return undefined;
  const check = values.at(-1);
  return checkSymbol(values.slice(0, -1)) === check ? write(values) : undefined;
}

function write(values: readonly number[]): string {
  return values
    .map((value) => alphabet.charAt(value))
    .join("")
    .replace(groups, "$1-$2-$3");
}

/** One Reed-Solomon symbol over GF(32): finds every wrong letter and every two letters that changed places. */
function checkSymbol(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0);
}

/** Multiplication by x modulo x⁵ + x² + 1, a primitive polynomial. */
function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
