import { DomainError } from "@concord/runtime";
import { z } from "zod";

/** At most 10 MiB, so that a photo of a sign or a signed scan fits. */
export const maxEvidenceBytes = 10 * 1024 * 1024;

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a file of each kind begins with. What a browser says of it is not believed. */
const kinds = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  [docx, [0x50, 0x4b, 0x03, 0x04]],
] as const;

/** For a file field: endings as people know them. */
export const evidenceAccept = ".pdf,.png,.jpg,.jpeg,.docx";

/** A file that is already in the blob store. */
export const storedEvidence = z.object({
  fileName: z.string().trim().min(1).max(200),
  mediaType: z.enum(kinds.map(([type]) => type)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(1).max(maxEvidenceBytes),
});

/** The media type by the first bytes. Throws `toolkits.evidence-kind` and `toolkits.evidence-too-large`. */
export function checkEvidence(name: string, bytes: Uint8Array): string {
  if (bytes.byteLength > maxEvidenceBytes) throw refused("toolkits.evidence-too-large");
  const found = kinds.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  // Any ZIP begins like a Word document: the name tells them apart, and it is only ever downloaded.
  if (!found || (found === docx && !/\.docx$/i.test(name))) throw refused("toolkits.evidence-kind");
  return found;
}

function refused(code: string): DomainError {
  return new DomainError(code, "invalid", {}, [{ pointer: "/evidence", code }]);
}
