import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

function blobOf(types: readonly [string, ...string[]], maximum: number) {
  return z.object({
    sha256,
    size: z.int().positive().max(maximum),
    type: z.enum(types),
  });
}

/** Pictures are raster: an SVG opened on its own is a page that can run scripts. */
export const imageBlob = blobOf(["image/png", "image/jpeg", "image/webp", "image/avif"], 10_000_000);
export const videoBlob = blobOf(["video/mp4", "video/webm"], 2_000_000_000);
export const captionsBlob = blobOf(["text/vtt"], 2_000_000);

/** A file a body needs, addressed by the SHA-256 of its bytes (lower-case hex); `size` in bytes. */
export interface BlobRef {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}
