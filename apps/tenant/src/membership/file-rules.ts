import { z } from "zod";

/** A PDF, a picture or a Word document. */
export const mediaTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/** At most 10 MiB. */
const maxFileBytes = 10 * 1024 * 1024;

/** A file that is already in the blob store. */
export const storedFile = z.object({
  fileName: z.string().trim().min(1).max(200),
  mediaType: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(1, "membership.file-empty").max(maxFileBytes, "membership.file-too-large"),
});
