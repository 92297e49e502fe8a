import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

interface Run {
  readonly text: string;
  /** Inches from the left and from the top edge to the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface ReadPdf {
  readonly text: string;
  readonly title: string | undefined;
  readonly language: string | null;
  readonly xmp: string;
  readonly pages: readonly { width: number; height: number; runs: readonly Run[]; roles: readonly Role[] }[];
}

interface Role {
  readonly role: string;
  readonly alt: string | undefined;
}

/** Reads a PDF the way a viewer does: its text in reading order, its metadata and its structure tree. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const { info, metadata } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const runs = content.items.flatMap((item): Run[] =>
      "str" in item
        ? [
            {
              text: item.str,
              x: item.transform[4] / 72,
              y: (height - item.transform[5]) / 72,
              size: Math.hypot(item.transform[2], item.transform[3]),
            },
          ]
        : [],
    );
    pages.push({ width: width / 72, height: height / 72, runs, roles: rolesOf(await page.getStructTree()) });
  }
  await loading.destroy();
  const text = pages.flatMap((page) => page.runs.map((run) => run.text || " ")).join("");
  return {
    text: text.replace(/\s+/g, " "),
    title: "Title" in info ? String(info.Title) : undefined,
    language: "Language" in info ? String(info.Language) : null,
    xmp: metadata?.getRaw() ?? "",
    pages,
  };
}

/** Content leaves of the tree have an id and no role. */
function rolesOf(node: unknown): Role[] {
  if (typeof node !== "object" || node === null || !("role" in node)) return [];
  const children = "children" in node && Array.isArray(node.children) ? node.children : [];
  const alt = "alt" in node ? String(node.alt) : undefined;
  return [{ role: String(node.role), alt }, ...children.flatMap(rolesOf)];
}
