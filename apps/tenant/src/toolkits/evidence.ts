import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { fileKinds, kindOfFile } from "../file-kind.ts";

/** At most 10 MiB, so that a photo of a sign or a signed scan fits. */
export const maxEvidenceBytes = 10 * 1024 * 1024;

/** For a file field: endings as people know them. */
export const evidenceAccept = ".pdf,.png,.jpg,.jpeg,.docx";

/** A file that is already in the blob store. */
export const storedEvidence = z.object({
  fileName: z.string().trim().min(1).max(200),
  mediaType: z.enum(fileKinds),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(1).max(maxEvidenceBytes),
});

/** The media type by the bytes. Throws `toolkits.evidence-kind` and `toolkits.evidence-too-large`. */
export function checkEvidence(bytes: Uint8Array): string {
  if (bytes.byteLength > maxEvidenceBytes) throw refused("toolkits.evidence-too-large");
  const found = kindOfFile(bytes);
  if (!found) throw refused("toolkits.evidence-kind");
  return found;
}

function refused(code: string): DomainError {
  return new DomainError(code, "invalid", {}, [{ pointer: "/evidence", code }]);
}
