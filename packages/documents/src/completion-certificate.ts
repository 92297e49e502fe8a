import { type Day, writeNumber } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import {
  documentLanguage,
  type Letterhead,
  letterheadData,
  officialSignatory,
  type Signatory,
} from "./letterhead.ts";
import type { Language } from "./press.ts";
import { qrSvg } from "./qr-code.ts";
import { renderPdf } from "./render-pdf.ts";
import { writeDay, writeList } from "./written-values.ts";

/** What a licensure board accepted; without it the certificate says that it gives no credit. */
interface CompletionCredit {
  readonly board: string;
  readonly licenseNumber: string;
  readonly contactHours: number;
  readonly approvalNumber: string;
  /** In words, in the certificate's language. */
  readonly deliveryFormat: string;
  /** The law or rule that the approval rests on. */
  readonly citation?: string | undefined;
  /** Hours the learner claims, where a board wants them apart from the hours approved. */
  readonly hoursClaimed?: number | undefined;
  /** Hours by subject, for boards that count them so. */
  readonly subjects?: readonly { readonly name: string; readonly hours: number }[] | undefined;
  readonly retentionYears?: number | undefined;
}

export interface CompletionCertificate extends Letterhead {
  readonly learner: string;
  readonly course: string;
  readonly courseNumber?: string | undefined;
  /** The day it was completed, or every day that was attended. */
  readonly days: readonly [Day, ...Day[]];
  readonly minutes?: number | undefined;
  readonly provider: {
    readonly name: string;
    readonly number?: string | undefined;
    readonly address?: readonly string[] | undefined;
  };
  /** Who made the training, where the provider adopted it. */
  readonly attribution?: string | undefined;
  readonly credit?: CompletionCredit | undefined;
  readonly verificationCode: string;
  readonly verificationUrl: string;
  readonly signatory?: Signatory | undefined;
}

/** The certificate of a finished training: US Letter landscape, one page, PDF/UA-1. */
export function completionCertificatePdf(certificate: CompletionCertificate): Promise<Uint8Array> {
  const lang = documentLanguage(certificate.locale);
  const t = messages.in(lang);
  const { learner, course, verificationCode: code } = certificate;
  const days = certificate.days.map((day) => writeDay(day, lang));
  return renderPdf({
    template: "completion-certificate",
    lang,
    title: t("completion-document", { learner, course }),
    images: { emblem: certificate.brand.emblemSvg, qr: qrSvg(certificate.verificationUrl) },
    data: {
      ...letterheadData(certificate),
      learner,
      course,
      attribution: certificate.attribution,
      facts: facts(certificate, lang),
      notes: notes(certificate, lang),
      code,
      qrAlt: t("qr-alt", { code }),
      signatory: officialSignatory(certificate, certificate.signatory),
      words: {
        title: t("completion-title"),
        presented: t("completion-presented"),
        completed: t("completion-completed"),
        dates: t(days.length > 1 ? "completed-on-days" : "completed-on-day", { days: writeList(days, lang) }),
        codeLabel: t("verification-code"),
        verifyAt: t("verify-at", { url: certificate.verificationUrl }),
      },
    },
  });
}

type Fact = readonly [label: string, value: string];

function facts({ courseNumber, minutes, provider, credit }: CompletionCertificate, lang: Language): Fact[] {
  const t = messages.in(lang);
  const known: [string, string | undefined][] = [
    [t("license-number"), credit?.licenseNumber],
    [t("contact-hours"), credit && writeNumber(credit.contactHours, lang)],
    [
      t("hours-claimed"),
      credit?.hoursClaimed === undefined ? undefined : writeNumber(credit.hoursClaimed, lang),
    ],
    [
      t("hours-by-subject"),
      credit?.subjects?.map(({ name, hours }) => `${name}: ${writeNumber(hours, lang)}`).join("\n"),
    ],
    [t("duration"), minutes === undefined ? undefined : t("minutes", { minutes })],
    [t("approved-by"), credit?.board],
    [t("approval-number"), credit?.approvalNumber],
    [t("delivery-format"), credit?.deliveryFormat],
    [t("citation"), credit?.citation],
    [t("course-number"), courseNumber],
    [t("provider"), [provider.name, ...(provider.address ?? [])].join("\n")],
    [t("provider-number"), provider.number],
  ];
  return known.flatMap(([label, value]): Fact[] => (value ? [[label, value]] : []));
}

function notes({ credit }: CompletionCertificate, lang: Language): string[] {
  const t = messages.in(lang);
  if (!credit) return [t("completion-no-credit")];
  return credit.retentionYears === undefined ? [] : [t("retention-years", { years: credit.retentionYears })];
}
