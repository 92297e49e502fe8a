import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import { documentLanguage, type Letterhead, letterheadData } from "./letterhead.ts";
import { renderPdf } from "./render-pdf.ts";
import { writeDay } from "./written-values.ts";

interface PosterHotline {
  readonly name: string;
  /** As it is dialed. */
  readonly number: string;
  /** "Text 233733. Day and night, confidential." */
  readonly details?: string | undefined;
}

/** An awareness poster; the first hotline is set largest. */
export interface Poster extends Letterhead {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly hotlines: readonly [PosterHotline, ...PosterHotline[]];
  /** When the numbers were last verified, if anybody recorded it. */
  readonly verifiedOn?: Day | undefined;
}

/** A letter-size poster as PDF/UA-1, marked as not being the sign that law prescribes. */
export function posterPdf(poster: Poster): Promise<Uint8Array> {
  const lang = documentLanguage(poster.locale);
  const t = messages.in(lang);
  const { headline, lines, hotlines, verifiedOn, brand, office } = poster;
  const verified =
    verifiedOn === undefined ? [] : [t("poster-verified", { date: writeDay(verifiedOn, lang) })];
  return renderPdf({
    template: "poster",
    lang,
    title: headline,
    images: { emblem: brand.emblemSvg },
    data: {
      ...letterheadData(poster),
      headline,
      lines,
      hotlines: hotlines.map(({ name, number, details }) => ({ name, number, details })),
      closing: [brand.name, office.name, ...verified],
      words: { help: t("poster-help"), awareness: t("poster-awareness") },
    },
  });
}
