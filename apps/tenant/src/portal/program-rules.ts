import { type Basis, type Profile, textIn } from "../profile/index.ts";
import { messages } from "./messages.ts";

/** One rule of the program in words, and what it rests on; without a basis it is a fact of law by citation. */
export interface ProgramRule {
  readonly term: string;
  readonly says: string;
  readonly list?: readonly string[];
  readonly basis?: Basis;
  readonly citation?: string;
}

/** How this state runs its program, rule by rule. What the profile leaves unset is left out; the page says whom to ask. */
export function programRules(profile: Profile, locale: string): ProgramRule[] {
  return [...ofJoining(profile, locale), ...ofTerms(profile, locale), ...ofOffice(profile, locale)];
}

function ofJoining({ membership }: Profile, locale: string): ProgramRule[] {
  const t = messages.in(locale);
  const { eligibility, oath, fee, publicRecordNotice } = membership;
  const who = new Intl.ListFormat(locale).format(eligibility.entityTypes.map((type) => t(`entity.${type}`)));
  return [
    { term: t("rules.who"), says: who, basis: eligibility.basis },
    {
      term: t("rules.oath"),
      says: `${t(`rules.oath.${oath.method}`)} “${textIn(oath.statement, locale)}”`,
      basis: oath.basis,
    },
    ...(fee
      ? [{ term: t("rules.fee"), says: t("rules.fee-is", { dollars: fee.dollars }), basis: fee.basis }]
      : []),
    {
      term: t("rules.public-record"),
      says: textIn(publicRecordNotice.text, locale),
      basis: publicRecordNotice.basis,
    },
  ];
}

function ofTerms({ membership }: Profile, locale: string): ProgramRule[] {
  const t = messages.in(locale);
  const { levels, renewal, revocation, directory } = membership;
  return [
    ...levels.map((level) => ({
      term: t("rules.level", { level: textIn(level.title, locale) }),
      says: t("rules.level-is", { months: level.term.months }),
      list: level.commitments.map(({ text }) => textIn(text, locale)),
      // A level may be known and its term assumed: the page then admits the assumption.
      basis: level.term.basis.assumed ? level.term.basis : level.basis,
    })),
    {
      term: t("rules.renewal"),
      says: t("rules.renewal-is", {
        days: renewal.openDaysBefore,
        early: renewal.early,
        late: renewal.late,
        grace: renewal.graceDays ?? 0,
      }),
      basis: renewal.basis,
    },
    ...(revocation
      ? [{ term: t("rules.revocation"), says: textIn(revocation.text, locale), basis: revocation.basis }]
      : []),
    ...(directory
      ? [
          {
            term: t("rules.directory"),
            says: t("rules.directory-is", { address: String(directory.showsAddress) }),
            basis: directory.basis,
          },
        ]
      : []),
  ];
}

function ofOffice(profile: Profile, locale: string): ProgramRule[] {
  const t = messages.in(locale);
  const { publicRecords, trainingMandates, addressConfidentialityProgram } = profile;
  return [
    ...(publicRecords
      ? [
          {
            term: t("rules.records"),
            says: t("rules.records-are", {
              days: publicRecords.answerWorkingDays,
              most: publicRecords.atMostWorkingDays ?? publicRecords.answerWorkingDays,
            }),
            basis: publicRecords.basis,
          },
        ]
      : []),
    ...(addressConfidentialityProgram
      ? [{ term: t("rules.addresses"), says: t("rules.addresses-are") }]
      : []),
    ...trainingMandates.map(({ who, rule, citation }) => ({
      term: t("rules.mandate", { who: textIn(who, locale) }),
      says: textIn(rule, locale),
      citation,
    })),
  ];
}
