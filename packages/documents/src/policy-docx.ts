import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { docxStyles } from "./docx-styles.ts";
import { letterheadData } from "./letterhead.ts";
import { type Policy, type PolicyBlock, policyBody, policyWords } from "./policy.ts";

/**
 * The same policy as `policyPdf`, to be edited: Office Open XML (ISO/IEC 29500) with real heading and list styles,
 * document title and language, so that its structure reaches a screen reader.
 */
export async function policyDocx(policy: Policy): Promise<Uint8Array> {
  const words = policyWords(policy);
  const { notice, brand, office } = letterheadData(policy);
  const document = new Document({
    title: `${policy.title}: ${policy.company}`,
    creator: office.name,
    lastModifiedBy: office.name,
    description: brand.name,
    features: { updateFields: false },
    styles: docxStyles(brand.colors.primaryDark, words.lang),
    numbering: { config: [numbered] },
    sections: [
      {
        properties: {
          page: { size: { width: 12_240, height: 15_840 }, margin: { top: 1_080, bottom: 1_440 } },
        },
        footers: { default: footer([words.footer, notice]) },
        children: [
          ...(notice === null ? [] : [new Paragraph({ style: "Notice", children: runs(notice) })]),
          new Paragraph({ style: "Office", children: runs(`${brand.name}\n${office.name}`) }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(policy.title) }),
          new Paragraph({ style: "Company", children: runs(policy.company) }),
          ...body(policyBody(policy)),
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(words.headings.adoption) }),
          ...words.adoption.flatMap(adoptionLine),
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(words.headings.about) }),
          ...words.about.map((sentence) => new Paragraph({ style: "About", children: runs(sentence) })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const numbered = {
  reference: "numbered",
  levels: [
    { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, style: hanging() },
  ],
};

function hanging() {
  return { paragraph: { indent: { left: 500, hanging: 320 } } };
}

function body(blocks: readonly PolicyBlock[]): Paragraph[] {
  // Each list counts from one: an instance of the numbering per list.
  return blocks.flatMap((block, instance) => {
    if (block.type === "heading")
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.text) })];
    if (block.type === "paragraph") return [new Paragraph({ children: runs(block.text) })];
    return block.items.map((item) =>
      block.ordered
        ? new Paragraph({
            style: "ListParagraph",
            numbering: { reference: "numbered", level: 0, instance },
            children: runs(item),
          })
        : new Paragraph({ style: "ListParagraph", bullet: { level: 0 }, children: runs(item) }),
    );
  });
}

function adoptionLine([label, value]: readonly [string, string | null]): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 2, color: "1B1B1B" };
  return [
    new Paragraph({ style: "Label", children: runs(label) }),
    new Paragraph({ border: { bottom: line }, spacing: { after: 160 }, children: runs(value ?? "") }),
  ];
}

function footer(lines: readonly (string | null)[]): Footer {
  const written = lines
    .filter((line) => line !== null)
    .map((line) => new Paragraph({ style: "About", children: runs(line) }));
  const number = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [...written, new Paragraph({ style: "About", children: [number] })] });
}

/** Line feeds become breaks; controls, which XML 1.0 forbids, are dropped. */
function runs(text: string): TextRun[] {
  const clean = text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (control) => (/[\n\t]/.test(control) ? control : ""));
  return clean
    .split("\n")
    .map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }));
}
