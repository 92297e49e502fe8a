import { type FigureMetric, type Figures, figureMetrics, figuresBody, type Text } from "@concord/content";
import { demonstrationNotice, entityTypes, type Profile, textIn } from "../profile/index.ts";
import type { Counts } from "./gather-counts.ts";
import { messages } from "./messages.ts";
import { type Precedent, protect, type RestsOn, type Total } from "./model.ts";

interface Facts {
  readonly profile: Profile;
  readonly month: string;
  readonly counts: Counts;
  readonly computedAt: Date;
  /** The releases of the same month so far: what they show or hide binds this one. */
  readonly earlier: readonly Precedent[];
}

/** A month's figures, protected and with their definitions, as they would be signed. */
export function computeFigures({ profile, month, counts, computedAt, earlier }: Facts): Figures {
  const { threshold } = profile.figures;
  const notice = everywhere((locale) => demonstrationNotice(profile, locale) ?? "");
  return figuresBody.parse({
    schema: "concord.figures/1",
    period: month,
    asOf: counts.asOf,
    computedAt: computedAt.toISOString(),
    jurisdiction: {
      code: `us-${profile.code}`,
      fips: profile.jurisdiction.fips,
      name: texts(profile.jurisdiction.name),
    },
    program: texts(profile.program.name),
    official: profile.official,
    ...(profile.official ? {} : { notice }),
    membership: membershipOf(profile, counts),
    activity: activityOf(counts, threshold, earlier),
    protection: {
      threshold,
      rule: everywhere((locale) => messages.in(locale)("protection.rule", { threshold })),
    },
    metrics: Object.fromEntries(figureMetrics.map((metric) => [metric, definitionOf(profile, metric)])),
  });
}

function membershipOf(profile: Profile, { membership }: Counts): Figures["membership"] {
  const { active, byLevel, bySector, employees, counties, joined, renewed, lapsed, revoked } = membership;
  const titles = (found: Readonly<Record<string, number>>, known: readonly (readonly [string, Text])[]) => {
    const unknown = Object.keys(found).filter((code) => !known.some(([one]) => one === code));
    return [...known, ...unknown.map((code) => [code, { en: code, es: code }] as const)];
  };
  const levels = profile.membership.levels.map(({ id, title }) => [id, title] as const);
  const sectors = profile.sectors.map(({ code, name }) => [code, name] as const);
  return {
    ...{ active, employees, joined, renewed, lapsed, revoked },
    byLevel: titles(byLevel, levels).map(([level, title]) => ({
      level,
      title,
      members: byLevel[level] ?? 0,
    })),
    bySector: titles(bySector, sectors).map(([sector, title]) => ({
      sector,
      title,
      members: bySector[sector] ?? 0,
    })),
    counties: { reached: counties, of: profile.counties.length },
  };
}

/** What is about learners and adopters: one total each, with the people or members it rests on. */
function totalsOf({ training, credit, toolkits }: Counts): Record<keyof RestsOn, Total> {
  const finished = training.completions.reduce((sum, row) => sum + row.completions, 0);
  return {
    completions: { value: finished + training.attendance, people: training.people },
    contactHours: { value: credit.hours, people: credit.people },
    toolkitAdoptions: { value: toolkits.adoptions, people: toolkits.members },
  };
}

/** On how many people, or members, each protected total rests. */
export function restsOn(counts: Counts): RestsOn {
  const { completions, contactHours, toolkitAdoptions } = totalsOf(counts);
  return {
    completions: completions.people,
    contactHours: contactHours.people,
    toolkitAdoptions: toolkitAdoptions.people,
  };
}

function activityOf(counts: Counts, threshold: number, earlier: readonly Precedent[]): Figures["activity"] {
  const totals = totalsOf(counts);
  const guarded = (name: keyof RestsOn) =>
    protect(totals[name], {
      threshold,
      earlier: earlier.map(({ body, restsOn }) => ({ cell: body.activity[name], people: restsOn?.[name] })),
    });
  return {
    completions: guarded("completions"),
    contactHours: guarded("contactHours"),
    toolkitAdoptions: guarded("toolkitAdoptions"),
  };
}

function definitionOf(profile: Profile, metric: FigureMetric): Figures["metrics"][FigureMetric] {
  const difference = differenceOf(profile, metric);
  return {
    unit: everywhere((locale) => messages.in(locale)(`unit.${metric}`)),
    definition: everywhere((locale) => messages.in(locale)(`definition.${metric}`)),
    ...(difference ? { difference } : {}),
  };
}

/** What a reader must know before comparing this state with another. */
function differenceOf(profile: Profile, metric: FigureMetric): Text | undefined {
  const { eligibility, levels } = profile.membership;
  if (metric === "members" && eligibility.entityTypes.length < entityTypes.length) {
    return everywhere((locale) => {
      const t = messages.in(locale);
      const kinds = eligibility.entityTypes.map((type) => t(`entity.${type}`));
      return t("difference.members", { kinds: new Intl.ListFormat(locale).format(kinds) });
    });
  }
  const promised = levels.flatMap(({ title, commitments }) =>
    commitments.filter(({ kind }) => kind === "training").map(({ text }) => ({ title, text })),
  );
  if (metric !== "completions" || promised.length === 0) return undefined;
  return everywhere((locale) =>
    promised
      .map(({ title, text }) =>
        messages.in(locale)("difference.completions", {
          level: textIn(title, locale),
          promise: textIn(text, locale),
        }),
      )
      .join(" "),
  );
}

/** One text in every language the product has. */
function everywhere(words: (locale: string) => string): Text {
  return Object.fromEntries(messages.locales.map((locale) => [locale, words(locale)]));
}

function texts(localized: Parameters<typeof textIn>[0]): Text {
  return { ...localized };
}
