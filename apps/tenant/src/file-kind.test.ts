import { expect, test } from "vitest";
import { kindOfFile } from "./file-kind.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const zip = (...names: string[]) =>
  Buffer.from(`PK\x03\x04\x14\x00${names.join("\x00PK\x01\x02")}`, "latin1");
const word = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];

test("a file's kind is read from its bytes", () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  expect(kindOfFile(Buffer.from("%PDF-1.7 a policy"))).toBe("application/pdf");
  expect(kindOfFile(new Uint8Array([...png, 0]))).toBe("image/png");
  expect(kindOfFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(kindOfFile(zip(...word))).toBe(docx);
});

test("what is none of these has no kind, whatever it is called", () => {
  for (const bytes of [
    Buffer.from("<html><script>alert(1)</script>"),
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    Buffer.from(" %PDF-1.7"),
    Buffer.from("MZ"),
    zip("a.txt"),
    zip("[Content_Types].xml", "xl/workbook.xml"),
    zip(...word, "word/vbaProject.bin"),
    new Uint8Array(),
  ]) {
    expect(kindOfFile(bytes), Buffer.from(bytes).toString()).toBeUndefined();
  }
});
