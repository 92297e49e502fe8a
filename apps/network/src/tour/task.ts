import { type TrialPerson, trialPeople } from "../trial/trial-people.ts";
import { type Mark, nextMark, type Part, type Tour } from "./tour-model.ts";

/** A page on which something of the tour is done. */
export interface Goal {
  /** Whose page; `""` is the lobby. */
  readonly code: string;
  /** Without the language. */
  readonly path: string;
  readonly query?: string;
  /** As whom, where one signs in first. */
  readonly officer?: TrialPerson;
}

/** What to do now. */
export interface Task {
  /** The mark that is waited for; or who must be switched on first, or is on its way. */
  readonly name: Mark | "away" | "starting";
  readonly goal: Goal;
  /** Whom to switch, off or on, on the tour's page. */
  readonly turns?: string;
}

export interface Scene {
  readonly cast: Readonly<Record<Part, string>>;
  /** Where the motel is. */
  readonly county: string;
  readonly region: string;
  readonly isRunning: (code: string) => boolean;
  readonly isBusy: (code: string) => boolean;
}

/** The first thing that is missing and where it is done; undefined when all was seen. */
export function taskOf(tour: Tour, scene: Scene): Task | undefined {
  const { cast, isRunning, isBusy } = scene;
  const mark = nextMark(tour);
  if (!mark) return undefined;
  if (mark.startsWith("switched") && isBusy(cast.host)) return turning("starting", cast.host);
  if (mark === "switched-off" || mark === "switched-on") return turning(mark, cast.host);
  // Whoever switched on too early switches off once more.
  if (mark === "taught-alone" && isRunning(cast.host)) return turning("switched-off", cast.host);
  const goal = goalOf(mark, tour, scene);
  if (isRunning(goal.code)) return { name: mark, goal };
  return turning(isBusy(goal.code) ? "starting" : "away", goal.code);
}

const tourPage: Goal = { code: "", path: "/tour" };

function turning(name: Task["name"], code: string): Task {
  return { name, goal: tourPage, turns: code };
}

function goalOf(mark: Mark, { pages, offer }: Tour, { cast, county, region }: Scene): Goal {
  const { host, adopter } = cast;
  const incoming = "/office/network/incoming";
  const goals: Record<Mark, Goal> = {
    applied: { code: host, path: "/join", query: `?county=${county}` },
    approved: asOfficer(host, pages.applied ?? "/office/applications"),
    "letter-read": { code: host, path: pages.approved ?? "/mailbox" },
    verified: { code: host, path: pages["letter-read"] ?? "/verify" },
    compared: asOfficer(adopter, offer ? `${incoming}/${offer.item}` : incoming),
    adopted: asOfficer(adopter, pages.compared ?? incoming),
    "switched-off": tourPage,
    "taught-alone": { code: adopter, path: pages.adopted ?? "/trainings" },
    "switched-on": tourPage,
    published: asOfficer(host, "/office/figures"),
    "region-seen": { code: region, path: "/" },
  };
  return goals[mark];
}

function asOfficer(code: string, path: string): Goal {
  const officer = trialPeople(code).find(({ role }) => role === "officer");
  return { code, path, ...(officer ? { officer } : {}) };
}

/** Whether a page is the goal's own, or one that belongs to it. */
export function isAt(goal: Goal, code: string, path: string): boolean {
  return (
    goal.code === code && (path === goal.path || (goal.path !== "/" && path.startsWith(`${goal.path}/`)))
  );
}

export const signInPlaces = ["ask", "sent", "mailbox", "mail", "confirm"] as const;
export type SignInPlace = (typeof signInPlaces)[number];

/** How far somebody is with signing in, where the goal begins with that. */
export function signingIn(goal: Goal, code: string, method: string, path: string): SignInPlace | undefined {
  if (!goal.officer || goal.code !== code) return undefined;
  if (path === "/sign-in") return method === "POST" ? "sent" : "ask";
  if (path === "/sign-in/confirm") return "confirm";
  if (path === "/mailbox") return "mailbox";
  return path.startsWith("/mailbox/") ? "mail" : undefined;
}
