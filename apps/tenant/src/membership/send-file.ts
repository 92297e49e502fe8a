import { DomainError } from "@concord/runtime";
import type { PortalContext } from "../portal/environment.ts";
import { discreetFileName } from "../profile/index.ts";
import { printLetter } from "./letter-pdf.ts";
import { readFile, readLetter } from "./review.ts";

/** A letter as PDF, to whoever may read it. */
export async function sendLetterPdf(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const [letterId = ""] = (c.req.param("file") ?? "").split(".");
  const letter = await readLetter(context, { letterId });
  const pdf = await printLetter(context.tenant, letter);
  const name = discreetFileName(context.tenant.profile, letter.reference, "pdf");
  c.header("Content-Type", "application/pdf");
  c.header("Content-Disposition", `inline; filename="${name}"`);
  c.header("Cache-Control", "private, no-store");
  return c.body(new Uint8Array(pdf));
}

/** A file that was handed in. Always as a download: what somebody uploaded never opens in our pages. */
export async function sendUploadedFile(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const file = await readFile(context, { fileId: c.req.param("id") ?? "" });
  const blob = await context.tenant.blobs.open(file.sha256);
  if (!blob) throw new DomainError("membership.file-not-found", "not-found");
  c.header("Content-Type", file.mediaType);
  c.header("Content-Length", String(blob.size));
  c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  c.header("Cache-Control", "private, no-store");
  return c.body(blob.stream);
}
