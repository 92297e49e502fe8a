import { createHash, type Hash } from "node:crypto";
import type { Context } from "hono";

/** What a request asks for, as a SHA-256. Of a multipart form the parts count: a client that sends it again may part them otherwise. */
export async function fingerprint(c: Context): Promise<string> {
  const url = new URL(c.req.url);
  const hash = createHash("sha256").update(`${c.req.method} ${url.pathname}${url.search}\n`);
  const body = new Uint8Array(await c.req.arrayBuffer());
  const form = await formIn(body, c.req.header("content-type") ?? "");
  if (form) await addParts(hash, form);
  else hash.update(body);
  return hash.digest("hex");
}

/** Undefined where it is no multipart form, or a broken one: its bytes are then what it says. */
async function formIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> {
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined;
  return new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
}

/** Each part by name, file name, type and content, each with its length, so that no two forms read the same. */
async function addParts(hash: Hash, form: FormData): Promise<void> {
  hash.update("form\n");
  for (const [name, value] of form) {
    const facts =
      typeof value === "string"
        ? ["text", name, value]
        : ["file", name, value.name, value.type, await sha256Of(value)];
    for (const fact of facts) hash.update(`${Buffer.byteLength(fact)}:`).update(fact);
  }
}

async function sha256Of(file: File): Promise<string> {
  return createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");
}
