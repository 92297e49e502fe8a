import { writeNumber } from "@concord/runtime";
import { type Profile, textIn } from "../profile/index.ts";
import { messages } from "./messages.ts";
import type { Certificate, CompletionFacts, MembershipFacts } from "./model.ts";

interface PrintedFact {
  readonly term: string;
  readonly detail: string;
  /** Word for word as on the certificate, in its language; otherwise in the reader's. */
  readonly printed?: boolean;
}

/** Every fact that a certificate prints, labelled in the reader's language. */
export function printedFacts(profile: Profile, certificate: Certificate, locale: string): PrintedFact[] {
  const { facts } = certificate;
  const t = messages.in(locale);
  const printed =
    facts.kind === "membership" ? membershipDetails(facts, locale) : completionDetails(facts, locale);
  return [
    ...printed,
    { term: t("fact.program"), detail: textIn(profile.program.name, certificate.locale), printed: true },
    { term: t("fact.office"), detail: textIn(profile.office.name, certificate.locale), printed: true },
    { term: t("fact.code"), detail: certificate.code },
  ];
}

function membershipDetails(facts: MembershipFacts, locale: string): PrintedFact[] {
  const t = messages.in(locale);
  return [
    { term: t("fact.kind"), detail: facts.certificateTitle, printed: true },
    { term: t("fact.member"), detail: facts.holder },
    { term: t("fact.wording"), detail: facts.wording, printed: true },
    { term: t("fact.level"), detail: facts.levelTitle, printed: true },
    { term: t("fact.valid-from"), detail: longDay(facts.validFrom, locale) },
    { term: t("fact.valid-until"), detail: longDay(facts.validUntil, locale) },
    { term: t("fact.number"), detail: facts.number },
  ];
}

function completionDetails(facts: CompletionFacts, locale: string): PrintedFact[] {
  const t = messages.in(locale);
  const { credit } = facts;
  return [
    { term: t("fact.kind"), detail: t("fact.completion") },
    { term: t("fact.learner"), detail: facts.holder },
    { term: t(`fact.activity.${facts.activity}`), detail: facts.title, printed: true },
    { term: t("fact.completed-on"), detail: longDay(facts.completedOn, locale) },
    { term: t("fact.duration"), detail: t("fact.minutes", { minutes: facts.minutes }) },
    { term: t("fact.provider"), detail: facts.provider },
    ...(facts.attribution ? [{ term: t("fact.attribution"), detail: facts.attribution }] : []),
    ...(credit
      ? [
          { term: t("fact.board"), detail: credit.boardName },
          { term: t("fact.license"), detail: credit.licenseNumber },
          { term: t("fact.hours"), detail: writeNumber(credit.contactHours, locale) },
          { term: t("fact.approval"), detail: credit.approvalNumber },
          { term: t("fact.format"), detail: credit.deliveryFormat, printed: true },
          ...(credit.citation ? [{ term: t("fact.citation"), detail: credit.citation, printed: true }] : []),
        ]
      : [{ term: t("fact.credit"), detail: t("fact.no-credit") }]),
    ...(credit?.retentionYears
      ? [{ term: t("fact.retention"), detail: t("fact.years", { years: credit.retentionYears }) }]
      : []),
  ];
}

export function longDay(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
