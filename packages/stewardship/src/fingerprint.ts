/** How many hexadecimal digits are read out: 80 bits. */
const spoken = 20;

/** The first 80 bits of a hash in groups of four, to be read out on the telephone. */
export function inGroups(hash: string): string {
  return (hash.slice(0, spoken).match(/.{4}/g) ?? []).join(" ");
}

/** A key's thumbprint in the same form: `kid` is the same hash in base64url, whose letters nobody reads out well. */
export function fingerprint(kid: string): string {
  return inGroups(Buffer.from(kid, "base64url").toString("hex"));
}

/** Digits that somebody read out, as they are stored: what stands between groups, and capitals, make no difference. */
export function asHeard(read: string): string {
  return read.replaceAll(/[\s.:·-]/g, "").toLowerCase();
}

/** Whether what was read out is this key. */
export function isFingerprintOf(read: string, kid: string): boolean {
  return asHeard(read) === fingerprint(kid).replaceAll(" ", "");
}
