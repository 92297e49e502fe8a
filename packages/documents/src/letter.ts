import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import {
  documentLanguage,
  type Letterhead,
  letterheadData,
  officialSignatory,
  type Signatory,
} from "./letterhead.ts";
import { renderPdf } from "./render-pdf.ts";
import { pageNumbers, writeDay } from "./written-values.ts";

export interface Letter extends Letterhead {
  /** Lines of the postal address; up to four are sure to show in the window, six fit. */
  readonly recipient: readonly string[];
  readonly reference: string;
  readonly date: Day;
  readonly subject?: string | undefined;
  readonly salutation?: string | undefined;
  /** Plain text; a line feed inside a paragraph breaks the line, and lines at its end that begin with "- " are a list. */
  readonly paragraphs: readonly string[];
  /** "Sincerely," and the office's line under it. */
  readonly closing?: string | undefined;
  readonly signatory?: Signatory | undefined;
  readonly enclosures?: readonly string[] | undefined;
}

/** A letter on US Letter paper whose address shows in the window of a #10 envelope, as PDF/UA-1. */
export function letterPdf(letter: Letter): Promise<Uint8Array> {
  const lang = documentLanguage(letter.locale);
  const t = messages.in(lang);
  const { reference, recipient, salutation, paragraphs, closing, subject } = letter;
  return renderPdf({
    template: "letter",
    lang,
    title: subject ?? t("letter-document", { reference }),
    images: { emblem: letter.brand.emblemSvg },
    data: {
      ...letterheadData(letter),
      recipient: recipient.slice(0, 6),
      facts: [
        [t("letter-date"), writeDay(letter.date, lang)],
        [t("letter-reference"), reference],
      ],
      subject,
      salutation,
      paragraphs,
      closing,
      signatory: officialSignatory(letter, letter.signatory),
      enclosures: letter.enclosures ?? [],
      words: {
        enclosures: t("letter-enclosures"),
        footer: t("letter-footer", { reference }),
        page: pageNumbers(lang),
      },
    },
  });
}
