import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import { documentLanguage, type Letterhead, letterheadData } from "./letterhead.ts";
import { renderPdf } from "./render-pdf.ts";
import { pageNumbers, writeDay } from "./written-values.ts";

export type PolicyBlock =
  | { readonly type: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly string[] };

/** A filled policy; headings of level 1 repeat the title and are left out of the body. */
export interface Policy extends Letterhead {
  readonly title: string;
  /** Whose policy it is. */
  readonly company: string;
  readonly blocks: readonly PolicyBlock[];
  /** What is known of the adoption; what is missing becomes a line to write on. */
  readonly adoption: {
    readonly name?: string | undefined;
    readonly position?: string | undefined;
    readonly adoptedOn?: Day | undefined;
    readonly nextReview?: Day | undefined;
  };
  readonly version: string;
  readonly attribution: string;
  readonly licence: string;
}

/** A filled policy as a tagged PDF/UA-1. */
export function policyPdf(policy: Policy): Promise<Uint8Array> {
  const { lang, footer, adoption, about, headings } = policyWords(policy);
  return renderPdf({
    template: "policy",
    lang,
    title: `${policy.title}: ${policy.company}`,
    images: { emblem: policy.brand.emblemSvg },
    data: {
      ...letterheadData(policy),
      title: policy.title,
      company: policy.company,
      blocks: policyBody(policy),
      adoption,
      about,
      words: { ...headings, footer, page: pageNumbers(lang) },
    },
  });
}

/** The sections under the title. */
export function policyBody({ blocks }: Policy): PolicyBlock[] {
  return blocks.filter((block) => block.type !== "heading" || block.level === 2);
}

/** The words that PDF and DOCX share. */
export function policyWords(policy: Policy) {
  const lang = documentLanguage(policy.locale);
  const t = messages.in(lang);
  const { name, position, adoptedOn, nextReview } = policy.adoption;
  const adoption: [label: string, value: string | null][] = [
    [t("policy-adopted-by"), policy.company],
    [t("policy-signature"), null],
    [t("policy-name"), name ?? null],
    [t("policy-position"), position ?? null],
    [t("policy-date"), adoptedOn === undefined ? null : writeDay(adoptedOn, lang)],
    [t("policy-next-review"), nextReview === undefined ? null : writeDay(nextReview, lang)],
  ];
  return {
    lang,
    adoption,
    about: [t("policy-version", { version: policy.version }), policy.attribution, policy.licence],
    footer: `${policy.title} · ${policy.company}`,
    headings: { adoption: t("policy-adoption"), about: t("policy-about") },
  };
}
