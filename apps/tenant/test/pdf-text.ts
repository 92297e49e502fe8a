import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of a PDF as a reader selects them, with its title and language. */
export async function readPdfText(
  bytes: Uint8Array,
): Promise<{ text: string; language: string | undefined }> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(
      content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""),
    );
  }
  const { info } = await document.getMetadata();
  const language = "Language" in info && typeof info.Language === "string" ? info.Language : undefined;
  await document.loadingTask.destroy();
  return { text: pages.join(" ").replaceAll(/\s+/g, " "), language };
}
