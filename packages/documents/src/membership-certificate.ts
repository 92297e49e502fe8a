import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import {
  documentLanguage,
  type Letterhead,
  letterheadData,
  officialSignatory,
  type Signatory,
} from "./letterhead.ts";
import { qrSvg } from "./qr-code.ts";
import { renderPdf } from "./render-pdf.ts";
import { writeDay } from "./written-values.ts";

export interface MembershipCertificate extends Letterhead {
  /** The member's legal name. */
  readonly member: string;
  /** The level's title, where the program has levels. */
  readonly level?: string | undefined;
  readonly validFrom: Day;
  readonly validUntil: Day;
  /** The program's own name for the certificate, and the sentence that follows the member's name. */
  readonly title?: string | undefined;
  readonly wording?: string | undefined;
  readonly membershipNumber: string;
  readonly verificationCode: string;
  readonly verificationUrl: string;
  readonly signatory?: Signatory | undefined;
}

/** The certificate that hangs on a member's wall: US Letter landscape, one page, PDF/UA-1. */
export function membershipCertificatePdf(certificate: MembershipCertificate): Promise<Uint8Array> {
  const lang = documentLanguage(certificate.locale);
  const t = messages.in(lang);
  const code = certificate.verificationCode;
  const facts: [label: string, value: string][] = [
    [t("valid-from"), writeDay(certificate.validFrom, lang)],
    [t("valid-until"), writeDay(certificate.validUntil, lang)],
    [t("membership-number"), certificate.membershipNumber],
  ];
  return renderPdf({
    template: "membership-certificate",
    lang,
    title: t("certificate-document", { member: certificate.member }),
    images: { emblem: certificate.brand.emblemSvg, qr: qrSvg(certificate.verificationUrl) },
    data: {
      ...letterheadData(certificate),
      member: certificate.member,
      level: certificate.level,
      facts,
      code,
      qrAlt: t("qr-alt", { code }),
      signatory: officialSignatory(certificate, certificate.signatory),
      words: {
        title: certificate.title ?? t("certificate-title"),
        presented: t("certificate-presented"),
        memberOf: certificate.wording ?? t("certificate-member-of", { program: certificate.brand.name }),
        level: t(certificate.wording === undefined ? "certificate-level" : "certificate-level-label"),
        commitment: certificate.wording === undefined ? t("certificate-commitment") : null,
        codeLabel: t("verification-code"),
        verifyAt: t("verify-at", { url: certificate.verificationUrl }),
        notEndorsement: t("not-endorsement"),
      },
    },
  });
}
