/**
 * Decodes a base64url segment (RFC 7515 section 2) only if it is the one canonical way to write its bytes:
 * a relay could otherwise change the text, and so its hash, without breaking the signature.
 */
export function decodeSegment(segment: string | undefined): Uint8Array | undefined {
  if (segment === undefined || segment === "") return undefined;
  const bytes = Buffer.from(segment, "base64url");
  return bytes.toString("base64url") === segment ? bytes : undefined;
}
