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
  | "published"
  | "region-seen";

export type Part = "host" | "adopter";

/** What happened at one of the two states that play, as its instance or the lobby tells it, or at the region. */
export interface Happening {
  readonly part: Part | "region";
  readonly at: string;
  readonly action: string;
  /** The subject's kind. */
  readonly kind: string;
  readonly id: string;
  /** What the subject belongs to, as in a member's application or an item's feed. */
  readonly about?: string;
  /** The page of that instance where one goes on from it. */
  readonly page?: string;
}

/** A training that the host shared and the adopter has not adopted yet. */
export interface Offer {
  readonly item: string;
  readonly title: Readonly<Record<string, string>>;
}

export interface Tour {
  readonly startedAt: string;
  /** The last row of each state's audit chain that was looked at. */
  readonly after: Readonly<Partial<Record<Part, number>>>;
  /** When each thing happened first. */
  readonly seen: Readonly<Partial<Record<Mark, string>>>;
  /** The records of this tour: what was handed in, who was approved, what was adopted. */
  readonly own: readonly string[];
  /** Where one goes on from a thing that was seen, at the instance where it happened. */
  readonly pages: Readonly<Partial<Record<Mark, string>>>;
  /** What is proposed for adopting, once it was asked for. */
  readonly offer?: Offer;
  /** The region's active members when it began, where the region told them. */
  readonly members?: number;
  /** When the host was off; the last one may still last. */
  readonly off: readonly { readonly from: string; readonly until?: string }[];
}

interface Rule {
  readonly mark: Mark;
  readonly part: Happening["part"];
  readonly action: string | readonly string[];
  readonly kind?: string;
  /** Counts only after all of these. */
  readonly after?: readonly Mark[];
  /** What it is about: a record of this tour, or what the host shared. */
  readonly about?: "own" | "host";
  /** Makes its subject a record of this tour. */
  readonly keeps?: true;
  /** Counts only while the host is off. */
  readonly alone?: true;
}

export const switchedOff = "network.switched-off";
export const switchedOn = "network.switched-on";
export const regionOpened = "region.opened";

const rules: readonly Rule[] = [
  { mark: "applied", part: "host", action: "membership.application-submitted", keeps: true },
  { mark: "approved", part: "host", action: "membership.approved", about: "own", keeps: true },
  {
    mark: "letter-read",
    part: "host",
    action: "notifications.opened",
    kind: "membership.approval",
    about: "own",
  },
  { mark: "verified", part: "host", action: "credentials.verified", about: "own" },
  { mark: "compared", part: "adopter", action: "syndication.opened", about: "host" },
  {
    mark: "adopted",
    part: "adopter",
    action: ["syndication.adopted", "syndication.overlay-edited"],
    about: "host",
    keeps: true,
  },
  { mark: "taught-alone", part: "adopter", action: "trainings.opened", about: "own", alone: true },
  {
    mark: "published",
    part: "host",
    action: ["statistics.published", "statistics.revised"],
    after: ["approved", "switched-on"],
  },
  { mark: "region-seen", part: "region", action: regionOpened, after: ["published"] },
];

export const steps = [
  { name: "apply", marks: ["applied"] },
  { name: "approve", marks: ["approved", "letter-read"] },
  { name: "verify", marks: ["verified"] },
  { name: "adopt", marks: ["compared", "adopted"] },
  { name: "alone", marks: ["switched-off", "taught-alone"] },
  { name: "figures", marks: ["switched-on", "published", "region-seen"] },
] as const satisfies readonly { name: string; marks: readonly Mark[] }[];
export type StepName = (typeof steps)[number]["name"];

export interface StepState {
  readonly name: StepName;
  readonly parts: readonly { readonly mark: Mark; readonly done: boolean }[];
  readonly done: boolean;
}

export function newTour(startedAt: string, after: Tour["after"], members?: number): Tour {
  const known = members === undefined ? {} : { members };
  return { startedAt, after, seen: {}, own: [], pages: {}, off: [], ...known };
}

/**
 * The tour with what happened since; what happened before it began, or was seen already, changes nothing.
 * `hostFeed` is the host's code in the network.
 */
export function observe(tour: Tour, happenings: readonly Happening[], hostFeed: string): Tour {
  const inOrder = happenings
    .filter(({ at }) => at >= tour.startedAt)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  let now = inOrder.reduce(switched, tour);
  for (const happening of inOrder) {
    const rule = rules.find((one) => fits(one, happening, now, hostFeed));
    if (rule) now = ticked(now, rule, happening);
  }
  return now;
}

/** Whether the host is off, as far as the tour knows. */
export function hostIsOff({ off }: Pick<Tour, "off">): boolean {
  const last = off.at(-1);
  return last !== undefined && last.until === undefined;
}

/** When the host was off is known first: what another state did meanwhile may be told later. */
function switched(tour: Tour, { part, action, at }: Happening): Tour {
  const last = tour.off.at(-1);
  const isOff = hostIsOff(tour);
  if (part !== "host") return tour;
  if (action === switchedOff && !isOff)
    return { ...withMark(tour, "switched-off", at), off: [...tour.off, { from: at }] };
  if (action === switchedOn && last && isOff)
    return backAgain({ ...tour, off: [...tour.off.slice(0, -1), { ...last, until: at }] });
  return tour;
}

function fits(
  rule: Rule,
  { part, at, action, kind, about }: Happening,
  tour: Tour,
  hostFeed: string,
): boolean {
  if (rule.part !== part || ![rule.action].flat().includes(action)) return false;
  if (rule.kind !== undefined && rule.kind !== kind) return false;
  if (rule.about === "host" && about !== hostFeed) return false;
  if (rule.about === "own" && (about === undefined || !tour.own.includes(about))) return false;
  if (rule.alone && !tour.off.some(({ from, until }) => at >= from && (until === undefined || at < until)))
    return false;
  return (rule.after ?? []).every((mark) => at >= (tour.seen[mark] ?? "9"));
}

function ticked(tour: Tour, { mark, keeps }: Rule, { at, id, page }: Happening): Tour {
  const own = keeps && id !== "" && !tour.own.includes(id) ? [...tour.own, id] : tour.own;
  const pages = page && !tour.pages[mark] ? { ...tour.pages, [mark]: page } : tour.pages;
  return backAgain({ ...withMark(tour, mark, at), own, pages });
}

/** To have switched the host on again counts once the other state taught without it. */
function backAgain(tour: Tour): Tour {
  const alone = tour.seen["taught-alone"];
  const back = tour.off.find(({ until }) => alone !== undefined && until !== undefined && until >= alone);
  return back?.until === undefined ? tour : withMark(tour, "switched-on", back.until);
}

function withMark(tour: Tour, mark: Mark, at: string): Tour {
  return tour.seen[mark] === undefined ? { ...tour, seen: { ...tour.seen, [mark]: at } } : tour;
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

/** What is waited for first; undefined when all was seen. */
export function nextMark(tour: Pick<Tour, "seen">): Mark | undefined {
  return steps.flatMap(({ marks }): readonly Mark[] => marks).find((mark) => tour.seen[mark] === undefined);
}
