import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import { documentLanguage, type Letterhead, letterheadData } from "./letterhead.ts";
import { renderPdf } from "./render-pdf.ts";
import { pageNumbers, writeDay } from "./written-values.ts";

/** Figures for the press or the legislature, as sentences first. */
export interface OnePage extends Letterhead {
  readonly title: string;
  readonly asOf: Day;
  readonly sentences: readonly string[];
  readonly chart?: { readonly title: string; readonly svg: string; readonly alt: string } | undefined;
  /** Cells are written values; every row has as many as there are columns. */
  readonly table?:
    | {
        readonly title: string;
        readonly columns: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    | undefined;
  /** Sources and definitions that change how a figure is read. */
  readonly footnotes?: readonly string[] | undefined;
}

/** A sheet of figures on US Letter paper, as PDF/UA-1. */
export function onePagePdf(sheet: OnePage): Promise<Uint8Array> {
  const lang = documentLanguage(sheet.locale);
  const t = messages.in(lang);
  const { title, sentences, chart, table, footnotes } = sheet;
  return renderPdf({
    template: "one-page",
    lang,
    title,
    images: { emblem: sheet.brand.emblemSvg, ...(chart && { chart: chart.svg }) },
    data: {
      ...letterheadData(sheet),
      title,
      sentences,
      chart: chart && { title: chart.title, alt: chart.alt },
      table: table && { title: table.title, columns: table.columns, rows: table.rows },
      footnotes: footnotes ?? [],
      words: {
        asOf: t("figures-as-of", { date: writeDay(sheet.asOf, lang) }),
        notes: t("figures-notes"),
        page: pageNumbers(lang),
      },
    },
  });
}
