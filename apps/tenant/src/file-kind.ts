const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What each kind of file begins with. */
const starts = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  [docx, [0x50, 0x4b, 0x03, 0x04]],
] as const;

/** What people may hand in: a PDF, a picture or a Word document. */
export const fileKinds: readonly string[] = starts.map(([kind]) => kind);

/** A file's media type by its bytes, or undefined. What its name or a browser says of it is not believed. */
export function kindOfFile(bytes: Uint8Array): string | undefined {
  const kind = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  return kind === docx && !isWord(bytes) ? undefined : kind;
}

/** Any ZIP begins like a Word document: the names of what it holds tell, and that it holds no macros. */
function isWord(bytes: Uint8Array): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return zip.includes("[Content_Types].xml") && zip.includes("word/") && !zip.includes("vbaProject.bin");
}
