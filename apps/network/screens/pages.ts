/** One picture to take: whose page, as whom, and under which name it is kept. */
export interface Shot {
  readonly name: string;
  /** "" is the lobby, "host" the state that shares, "adopter" the one that takes over, "region" the region. */
  readonly site: "" | "host" | "adopter" | "region";
  readonly path: string;
  readonly as?: "officer" | "member" | "licensee";
}

/** Every page of the path, in the order in which a person meets them. */
export const shots: readonly Shot[] = [
  { name: "lobby", site: "", path: "/" },
  { name: "tour", site: "", path: "/tour" },
  { name: "home", site: "host", path: "/" },
  { name: "help", site: "host", path: "/help" },
  { name: "join", site: "host", path: "/join" },
  { name: "sign-in", site: "host", path: "/sign-in" },
  { name: "members", site: "host", path: "/members" },
  { name: "verify", site: "host", path: "/verify" },
  { name: "mailbox", site: "host", path: "/mailbox" },
  { name: "trainings", site: "host", path: "/trainings" },
  { name: "toolkits", site: "host", path: "/toolkits" },
  { name: "posters", site: "host", path: "/toolkits/posters" },
  { name: "office-today", site: "host", path: "/office", as: "officer" },
  { name: "office-applications", site: "host", path: "/office/applications", as: "officer" },
  { name: "office-members", site: "host", path: "/office/members", as: "officer" },
  { name: "office-trainings", site: "host", path: "/office/trainings", as: "officer" },
  { name: "office-sessions", site: "host", path: "/office/sessions", as: "officer" },
  { name: "office-toolkits", site: "host", path: "/office/toolkits", as: "officer" },
  { name: "office-boards", site: "host", path: "/office/boards", as: "officer" },
  { name: "office-figures", site: "host", path: "/office/figures", as: "officer" },
  { name: "office-people", site: "host", path: "/office/people", as: "officer" },
  { name: "office-audit", site: "host", path: "/office/audit", as: "officer" },
  { name: "member-desk", site: "host", path: "/member", as: "member" },
  { name: "member-toolkit", site: "host", path: "/member/toolkit", as: "member" },
  { name: "learn", site: "host", path: "/learn", as: "licensee" },
  { name: "learn-licenses", site: "host", path: "/learn/licenses", as: "licensee" },
  { name: "adopter-home", site: "adopter", path: "/" },
  { name: "adopter-trainings", site: "adopter", path: "/trainings" },
  { name: "adopter-network", site: "adopter", path: "/office/network", as: "officer" },
  { name: "adopter-incoming", site: "adopter", path: "/office/network/incoming", as: "officer" },
  { name: "region", site: "region", path: "/" },
  { name: "region-network", site: "region", path: "/network" },
  { name: "region-about", site: "region", path: "/about" },
];
