/** One picture to take: whose page, as whom, and under which name it is kept. */
export interface Shot {
  readonly name: string;
  /** "" is the lobby, "host" the state that shares, "adopter" the one that takes over, "region" the region. */
  readonly site: "" | "host" | "adopter" | "region";
  readonly path: string;
  readonly as?: "officer" | "member" | "licensee";
  /** Links to follow from there, one after the other. */
  readonly follow?: readonly string[];
}

const first = (start: string) => `main a[href*="${start}"]`;

/** What anybody sees. */
const ofAnybody: readonly Shot[] = [
  { name: "lobby", site: "", path: "/" },
  { name: "tour", site: "", path: "/tour" },
  { name: "home", site: "host", path: "/" },
  { name: "help", site: "host", path: "/help" },
  { name: "sign-in", site: "host", path: "/sign-in" },
  { name: "members", site: "host", path: "/members" },
  { name: "member", site: "host", path: "/members", follow: [first("/members/mem_")] },
  { name: "verify", site: "host", path: "/verify" },
  { name: "mailbox", site: "host", path: "/mailbox" },
  { name: "trainings", site: "host", path: "/trainings" },
  { name: "training", site: "host", path: "/trainings", follow: [first("/trainings/trn_")] },
  { name: "session", site: "host", path: "/trainings", follow: [first("/trainings/sessions/")] },
  {
    name: "credit",
    site: "host",
    path: "/trainings",
    follow: [first("/trainings/trn_"), 'main a[href$="/credit"]'],
  },
  { name: "attend", site: "host", path: "/learn/attend" },
  { name: "toolkits", site: "host", path: "/toolkits" },
  { name: "toolkit", site: "host", path: "/toolkits", follow: ["main article a"] },
  { name: "posters", site: "host", path: "/toolkits/posters" },
  { name: "figures", site: "host", path: "/figures" },
  { name: "not-found", site: "host", path: "/no-such-page" },
  { name: "adopter-home", site: "adopter", path: "/" },
  { name: "adopter-trainings", site: "adopter", path: "/trainings" },
  { name: "region", site: "region", path: "/" },
  { name: "region-state", site: "region", path: "/", follow: [first("/states/")] },
  { name: "region-network", site: "region", path: "/network" },
  { name: "region-about", site: "region", path: "/about" },
];

const ofOfficers: readonly Shot[] = [
  { name: "office-today", site: "host", path: "/office", as: "officer" },
  { name: "office-applications", site: "host", path: "/office/applications", as: "officer" },
  {
    name: "office-application",
    site: "host",
    path: "/office/applications",
    as: "officer",
    follow: [first("/office/applications/app_")],
  },
  { name: "office-members", site: "host", path: "/office/members", as: "officer" },
  {
    name: "office-member",
    site: "host",
    path: "/office/members",
    as: "officer",
    follow: [first("/office/members/mem_")],
  },
  { name: "office-trainings", site: "host", path: "/office/trainings", as: "officer" },
  { name: "office-training-new", site: "host", path: "/office/trainings/new", as: "officer" },
  { name: "office-sessions", site: "host", path: "/office/sessions", as: "officer" },
  {
    name: "office-session",
    site: "host",
    path: "/office/sessions",
    as: "officer",
    follow: [first("/office/sessions/ses_")],
  },
  { name: "office-toolkits", site: "host", path: "/office/toolkits", as: "officer" },
  { name: "office-boards", site: "host", path: "/office/boards", as: "officer" },
  {
    name: "office-board",
    site: "host",
    path: "/office/boards",
    as: "officer",
    follow: [first("/office/boards/")],
  },
  {
    name: "office-rosters",
    site: "host",
    path: "/office/boards",
    as: "officer",
    follow: [first("/office/boards/"), 'main a[href$="/rosters"]'],
  },
  { name: "office-figures", site: "host", path: "/office/figures", as: "officer" },
  { name: "office-published", site: "host", path: "/office/network/published", as: "officer" },
  { name: "office-people", site: "host", path: "/office/people", as: "officer" },
  { name: "office-audit", site: "host", path: "/office/audit", as: "officer" },
  { name: "adopter-network", site: "adopter", path: "/office/network", as: "officer" },
  { name: "adopter-incoming", site: "adopter", path: "/office/network/incoming", as: "officer" },
  {
    name: "adopter-review",
    site: "adopter",
    path: "/office/network/incoming?status=new",
    as: "officer",
    follow: ["main table a"],
  },
  { name: "adopter-adopted", site: "adopter", path: "/office/network/adopted", as: "officer" },
];

const ofOthers: readonly Shot[] = [
  { name: "member-desk", site: "host", path: "/member", as: "member" },
  { name: "member-roster", site: "host", path: "/member/roster", as: "member" },
  { name: "member-toolkit", site: "host", path: "/member/toolkit", as: "member" },
  { name: "learn", site: "host", path: "/learn", as: "licensee" },
  { name: "learn-licenses", site: "host", path: "/learn/licenses", as: "licensee" },
];

/** Pages that stand there by themselves; `walks.ts` takes those that a form leads to. */
export const shots: readonly Shot[] = [...ofAnybody, ...ofOfficers, ...ofOthers];
