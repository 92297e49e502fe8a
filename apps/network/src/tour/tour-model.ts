/** One thing that the tour waits for. */
export type Mark =
  | "applied"
  | "approved"
  | "letter-read"
  | "verified"
  | "compared"
  | "adopted"
  | "switched-off"
  | "taught-alone"
  | "switched-on"
  | "published";

export type Part = "host" | "adopter";

/** What happened at one of the two states that play, as its instance or the lobby tells it. */
export interface Happening {
  readonly part: Part;
  readonly at: string;
  readonly action: string;
  /** The subject's kind. */
  readonly kind: string;
}

export interface Tour {
  readonly startedAt: string;
  /** The last row of each state's audit chain that was looked at. */
  readonly after: Readonly<Partial<Record<Part, number>>>;
  /** When each thing happened first. */
  readonly seen: Readonly<Partial<Record<Mark, string>>>;
}

interface Rule {
  readonly mark: Mark;
  readonly part: Part;
  readonly action: string | readonly string[];
  readonly kind?: readonly string[];
  /** Counts only after this. */
  readonly after?: Mark;
  /** Does not count any more after this. */
  readonly before?: Mark;
}

export const switchedOff = "network.switched-off";
export const switchedOn = "network.switched-on";

const rules: readonly Rule[] = [
  { mark: "applied", part: "host", action: "membership.application-submitted" },
  { mark: "approved", part: "host", action: "membership.approved", after: "applied" },
  {
    mark: "letter-read",
    part: "host",
    action: ["notifications.opened", "membership.letter-opened"],
    kind: ["membership.approval", "letter"],
    after: "approved",
  },
  { mark: "verified", part: "host", action: "credentials.verified", after: "approved" },
  { mark: "compared", part: "adopter", action: "syndication.opened" },
  { mark: "adopted", part: "adopter", action: ["syndication.adopted", "syndication.overlay-edited"] },
  { mark: "switched-off", part: "host", action: switchedOff },
  {
    mark: "taught-alone",
    part: "adopter",
    action: ["trainings.opened", "trainings.begun", "trainings.completed"],
    after: "switched-off",
    before: "switched-on",
  },
  { mark: "switched-on", part: "host", action: switchedOn, after: "switched-off" },
  {
    mark: "published",
    part: "host",
    action: ["statistics.published", "statistics.revised"],
    after: "approved",
  },
];

export const steps = [
  { name: "apply", marks: ["applied"] },
  { name: "approve", marks: ["approved", "letter-read"] },
  { name: "verify", marks: ["verified"] },
  { name: "adopt", marks: ["compared", "adopted"] },
  { name: "alone", marks: ["switched-off", "taught-alone"] },
  { name: "figures", marks: ["switched-on", "published"] },
] as const satisfies readonly { name: string; marks: readonly Mark[] }[];
export type StepName = (typeof steps)[number]["name"];

export interface StepState {
  readonly name: StepName;
  readonly parts: readonly { readonly mark: Mark; readonly done: boolean }[];
  readonly done: boolean;
}

/** The tour with what happened since; what happened before it began, or was seen already, changes nothing. */
export function observe(tour: Tour, happenings: readonly Happening[]): Tour {
  const seen: Partial<Record<Mark, string>> = { ...tour.seen };
  const inOrder = happenings
    .filter(({ at }) => at >= tour.startedAt)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  for (const happening of inOrder) {
    for (const rule of rules) {
      if (seen[rule.mark] === undefined && fits(rule, happening, seen)) seen[rule.mark] = happening.at;
    }
  }
  return { ...tour, seen };
}

function fits(rule: Rule, { part, at, action, kind }: Happening, seen: Tour["seen"]): boolean {
  if (rule.part !== part || ![rule.action].flat().includes(action)) return false;
  if (rule.kind !== undefined && !rule.kind.includes(kind)) return false;
  const from = rule.after && seen[rule.after];
  if (rule.after && (from === undefined || at < from)) return false;
  const until = rule.before && seen[rule.before];
  return until === undefined || at < until;
}

export function stepStates(tour: Pick<Tour, "seen">): StepState[] {
  return steps.map(({ name, marks }) => {
    const parts = marks.map((mark) => ({ mark, done: tour.seen[mark] !== undefined }));
    return { name, parts, done: parts.every(({ done }) => done) };
  });
}

/** The first step that is not done: where to go on. */
export function nextStep(states: readonly StepState[]): StepState | undefined {
  return states.find(({ done }) => !done);
}
