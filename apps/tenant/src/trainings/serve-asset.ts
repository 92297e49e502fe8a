import { etagOf, notModified } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { materialFiles } from "../material-files.ts";
import type { PortalContext } from "../portal/environment.ts";
import { readAsset } from "./catalogue.ts";

/**
 * A file of an offered training. Its name is its hash, so it never changes; one part of it may be asked for
 * (RFC 9110 section 14), as players of video do.
 */
export async function serveAsset(c: PortalContext, sha256: string): Promise<Response> {
  const context = c.get("context");
  const { mediaType, size, source } = await readAsset(context, { sha256 });
  c.header("Content-Type", mediaType);
  c.header("Cache-Control", "public, max-age=31536000, immutable");
  c.header("Accept-Ranges", "bytes");
  const same = notModified(c, etagOf(sha256));
  if (same) return same;
  const range = rangeOf(c.req.header("range"), size);
  const found = await materialFiles(context.tenant, source).open(sha256, range);
  if (!found) throw new DomainError("trainings.asset-not-found", "not-found");
  if (!range) {
    c.header("Content-Length", String(size));
    return c.body(found.stream);
  }
  c.header("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
  c.header("Content-Length", String(range.end - range.start + 1));
  return c.body(found.stream, 206);
}

/** One range with a start; anything else is answered with the whole, which RFC 9110 section 14.2 allows. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined) return undefined;
  const start = Number(first);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  return start <= end ? { start, end } : undefined;
}
