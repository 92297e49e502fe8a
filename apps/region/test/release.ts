import { type Figures, figureMetrics, figuresBody } from "@concord/content";

const names = {
  ms: "Mississippi",
  al: "Alabama",
  tx: "Texas",
  wv: "West Virginia",
  tn: "Tennessee",
} as const;
const spanish = {
  ms: "Misisipi",
  al: "Alabama",
  tx: "Texas",
  wv: "Virginia Occidental",
  tn: "Tennessee",
} as const;
const fips = { ms: "28", al: "01", tx: "48", wv: "54", tn: "47" } as const;
export type TestState = keyof typeof names;

interface Given {
  readonly active: number;
  readonly employees?: number;
  readonly completions?: Figures["activity"]["completions"];
  readonly asOf?: string;
  readonly difference?: string;
}

/** A release as a state would publish it: two levels and three sectors that add up. */
export function release(state: TestState, period: string, given: Given): Figures {
  const { active } = given;
  const [year = 0, month = 1] = period.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const lodging = Math.floor(active / 2);
  const health = Math.floor(active / 3);
  const partners = Math.floor(active / 4);
  return figuresBody.parse({
    schema: "concord.figures/1",
    period,
    asOf: given.asOf ?? lastDay,
    computedAt: `${given.asOf ?? lastDay}T23:00:00Z`,
    jurisdiction: { code: `us-${state}`, fips: fips[state], name: { en: names[state], es: spanish[state] } },
    program: {
      en: `${names[state]} Businesses Against Trafficking`,
      es: `Empresas de ${spanish[state]} contra la Trata`,
    },
    official: false,
    notice: { en: "Demonstration.", es: "Demostración." },
    membership: {
      active,
      byLevel: [
        { level: "partner", title: { en: "Partner", es: "Socio" }, members: partners },
        { level: "associate", title: { en: "Associate", es: "Asociado" }, members: active - partners },
      ],
      bySector: [
        { sector: "72", title: { en: "Lodging and food", es: "Alojamiento y alimentos" }, members: lodging },
        { sector: "62", title: { en: "Health care", es: "Salud" }, members: health },
        {
          sector: "48-49",
          title: { en: "Transportation", es: "Transporte" },
          members: active - lodging - health,
        },
      ],
      employees: given.employees ?? active * 12,
      counties: { reached: 20, of: 82 },
      ...{ joined: 7, renewed: 5, lapsed: 2, revoked: 0 },
    },
    activity: {
      completions: given.completions ?? { state: "shown", value: 140 },
      contactHours: { state: "shown", value: 210.5 },
      toolkitAdoptions: { state: "hidden", rule: "small-count" },
    },
    protection: { threshold: 11, rule: { en: "1 to 10 is hidden.", es: "De 1 a 10 se oculta." } },
    metrics: Object.fromEntries(figureMetrics.map((metric) => [metric, meaningOf(metric, given.difference)])),
  });
}

function meaningOf(metric: string, difference: string | undefined) {
  const unit = { en: `unit of ${metric}`, es: `unidad de ${metric}` };
  const definition = { en: `What ${metric} means.`, es: `Qué significa ${metric}.` };
  if (!difference) return { unit, definition };
  return { unit, definition, difference: { en: difference, es: `ES: ${difference}` } };
}
