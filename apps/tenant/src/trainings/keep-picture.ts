import { DomainError } from "@concord/runtime";
import sharp from "sharp";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { keepMaterial } from "./material.ts";

const widest = 1_600;
const mostBytes = 10_000_000;

/**
 * Keeps a picture for a training: read, turned upright, at most 1,600 pixels wide, written anew as WebP, so that
 * neither the place it was taken nor anything hidden in the file goes along.
 */
export const keepPicture = defineQuery({
  name: "trainings.keep-picture",
  input: z.object({
    field: z.string().max(80),
    bytes: z.instanceof(Uint8Array),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(context, { field, bytes }) {
    const picture = bytes.byteLength <= mostBytes && (await rewritten(bytes));
    if (!picture)
      throw new DomainError("request.invalid", "invalid", {}, [
        { pointer: `/${field.replaceAll(".", "/")}`, code: "trainings.picture" },
      ]);
    const kept = await keepMaterial(context, picture);
    return { ...kept, type: "image/webp" as const };
  },
});

function rewritten(bytes: Uint8Array): Promise<Buffer | undefined> {
  return sharp(bytes, { limitInputPixels: 50_000_000 })
    .rotate()
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => undefined);
}
