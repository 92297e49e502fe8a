import type { Context } from "../context.ts";
import { attachFile } from "./attach-file.ts";

/** Puts posted files into the blob store and notes them in the application; a field is named `files.<purpose>`. */
export async function attachUploads(
  context: Context,
  secret: string,
  files: Readonly<Record<string, File>>,
): Promise<void> {
  for (const [field, file] of Object.entries(files)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sha256, size } = await context.tenant.blobs.put(bytes);
    const purpose = field.replace(/^files\./, "");
    await attachFile(context, { secret, purpose, fileName: file.name, mediaType: file.type, sha256, size });
  }
}
