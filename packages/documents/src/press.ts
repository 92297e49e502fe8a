import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { familyCoverage } from "./coverage.ts";
import { readFonts } from "./fonts.ts";
import { type Json, printable, printableJson } from "./printable.ts";

export type Language = "en" | "es";

type Template =
  | "membership-certificate"
  | "completion-certificate"
  | "letter"
  | "policy"
  | "one-page"
  | "poster";

export interface PdfRequest {
  readonly template: Template;
  /** What the template reads as `data`; every string in it prints literally. */
  readonly data: Json;
  /** SVG documents by the name the template uses. */
  readonly images?: Readonly<Record<string, string>>;
  readonly lang: Language;
  readonly title: string;
}

export interface Press {
  /** Throws an Error with typst's diagnostics where the template or an image is faulty. */
  print(request: PdfRequest): Uint8Array<ArrayBuffer>;
}

const templates = join(import.meta.dirname, "../templates");
/** PDF/UA-1 refuses a document without a title. */
const untitled = "–";
/** Memoized layout is dropped once this many documents have not used it, so memory stays level. */
const keptRuns = 3;

/** Reads the fonts and starts a typst compiler, which takes a tenth of a second and is then used again and again. */
export function createPress(): Press {
  const fonts = readFonts();
  const families = fonts.map(familyCoverage);
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts.flat() }] });
  return {
    print(request) {
      const inputs = {
        data: JSON.stringify(printableJson(request.data, families)),
        images: JSON.stringify(request.images ?? {}),
        lang: request.lang,
        title: printable(request.title, families).trim() || untitled,
      };
      return compile(compiler, join(templates, `${request.template}.typ`), inputs);
    },
  };
}

function compile(compiler: NodeCompiler, mainFilePath: string, inputs: Record<string, string>) {
  try {
    const compiled = compiler.compile({ mainFilePath, inputs });
    const document = compiled.result;
    if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
    return new Uint8Array(compiler.pdf(document, { pdfStandard: "ua-1" }));
  } finally {
    compiler.evictCache(keptRuns);
  }
}
