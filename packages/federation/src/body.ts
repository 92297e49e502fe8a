import { sha256 } from "./hash.ts";

/** Whether bytes are the body that an entry names. */
export function isBody(text: string, named: { readonly sha256: string; readonly size: number }): boolean {
  return Buffer.byteLength(text) === named.size && sha256(text) === named.sha256;
}
