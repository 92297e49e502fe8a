import type { IStylesOptions } from "docx";
import type { Language } from "./press.ts";

const font = "Calibri";
const languages: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };

/** Word's own style names, so that its navigation pane and its converters know them; sizes in half points. */
export function docxStyles(headingColor: string, language: Language): IStylesOptions {
  const color = headingColor.replace("#", "");
  const small = (id: string, run: object, spacing: object) => ({
    id,
    name: id,
    basedOn: "Normal",
    run,
    paragraph: { spacing },
  });
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: languages[language] } },
        paragraph: { spacing: { after: 140, line: 276 } },
      },
      heading1: {
        run: { font: "Cambria", size: 48, color },
        paragraph: { spacing: { before: 360, after: 80 } },
      },
      heading2: {
        run: { font: "Cambria", size: 28, bold: true, color },
        paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      small("Notice", { bold: true, size: 18 }, { after: 160 }),
      small("Office", { size: 18, color: "4A4A4A" }, { after: 0 }),
      small("Company", { bold: true, size: 26 }, { after: 200 }),
      small("Label", { bold: true, size: 17, color: "4A4A4A" }, { before: 100, after: 0 }),
      small("About", { size: 17, color: "4A4A4A" }, { after: 60 }),
    ],
  };
}
