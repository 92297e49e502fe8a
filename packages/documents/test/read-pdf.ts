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
  /** Whether the catalog says that the document is tagged, and that a viewer shows its title. */
  readonly tagged: boolean;
  readonly titleShown: boolean;
  /** Text that is neither in the structure tree nor marked as an artifact. */
  readonly untagged: readonly string[];
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
  const untagged: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    untagged.push(...textOutside(content.items, new Set(leavesOf(tree))));
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
    pages.push({ width: width / 72, height: height / 72, runs, roles: rolesOf(tree) });
  }
  const marks = await document.getMarkInfo();
  const preferences = await document.getViewerPreferences();
  await loading.destroy();
  const text = pages.flatMap((page) => page.runs.map((run) => run.text || " ")).join("");
  return {
    text: text.replace(/\s+/g, " "),
    title: "Title" in info ? String(info.Title) : undefined,
    language: "Language" in info ? String(info.Language) : null,
    xmp: metadata?.getRaw() ?? "",
    ...{ tagged: isSet(marks, "Marked"), titleShown: isSet(preferences, "DisplayDocTitle"), untagged },
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

/** pdf.js gives the catalog's dictionaries as maps. */
function isSet(dictionary: unknown, name: string): boolean {
  return dictionary instanceof Map && dictionary.get(name) === true;
}

/** Ids of the marked content that the structure tree holds. */
function leavesOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "content" && "id" in node) return [String(node.id)];
  return "children" in node && Array.isArray(node.children) ? node.children.flatMap(leavesOf) : [];
}

type Content = Awaited<
  ReturnType<
    Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>["getTextContent"]
  >
>;

function textOutside(items: Content["items"], inTree: ReadonlySet<string>): string[] {
  const open: boolean[] = [];
  return items.flatMap((item) => {
    if ("str" in item) return item.str.trim() === "" || open.includes(true) ? [] : [item.str];
    if (item.type === "endMarkedContent") open.pop();
    else open.push(("tag" in item && item.tag === "Artifact") || inTree.has(String(item.id)));
    return [];
  });
}
