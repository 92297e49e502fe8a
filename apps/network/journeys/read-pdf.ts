import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

interface Pdf {
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** What the metadata says of PDF/UA; empty where it says nothing. */
  readonly ua: string;
  readonly headings: number;
}

/** Reads a PDF as a viewer and a screen reader do. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const { info, metadata } = await document.getMetadata();
  const parts: string[] = [];
  let headings = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    parts.push(...items.map((item) => ("str" in item ? item.str || " " : "")));
    headings += JSON.stringify(await page.getStructTree()).match(/"role":"(H\d|Title)"/g)?.length ?? 0;
  }
  await loading.destroy();
  const said = new Map(Object.entries(info));
  return {
    text: flat(parts.join("")),
    title: String(said.get("Title") ?? ""),
    language: String(said.get("Language") ?? ""),
    ua: /pdfuaid:part(?:="|>)(\d)/.exec(metadata?.getRaw() ?? "")?.[1] ?? "",
    headings,
  };
}

/** Lines and wide spaces as one space, so that texts that were set in lines can be compared. */
export function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
