import type { Clock } from "@concord/runtime";
import { z } from "zod";
import type { ReadInstance } from "./read-instance.ts";

/** Something a member did that the others can see. */
export interface NetworkEvent {
  /** The profile code of who did it. */
  readonly code: string;
  readonly at: string;
  readonly deed: "published" | "revised" | "adopted" | "figures";
  readonly title?: Readonly<Record<string, string>>;
  /** YYYY-MM, of figures. */
  readonly period?: string;
  /** The profile code of whose material it is, where it is another's. */
  readonly from?: string;
}

export interface NetworkLook {
  /** Members in the public directory, by profile code; a state that does not answer keeps its last number. */
  readonly members: ReadonlyMap<string, number>;
  /** When another member last checked this one's signed entries, and which one did. */
  readonly verified: ReadonlyMap<string, { readonly at: string; readonly by: string }>;
  /** Newest first. */
  readonly events: readonly NetworkEvent[];
}

const moment = z.iso.datetime();
const standing = z.object({
  code: z.string(),
  members: z.int(),
  verified: z.array(z.object({ code: z.string(), at: moment })),
  entries: z.array(
    z.object({
      at: moment,
      action: z.string(),
      feed: z.string().optional(),
      title: z.record(z.string(), z.string()).optional(),
      period: z.string().optional(),
    }),
  ),
});
type Standing = z.output<typeof standing>;

const deeds: Readonly<Record<string, NetworkEvent["deed"]>> = {
  "syndication.published": "published",
  "syndication.revised": "revised",
  "syndication.adopted": "adopted",
  "statistics.published": "figures",
  "statistics.revised": "figures",
};
const shownEvents = 8;
const keptMs = 1_500;

/** Asks every running member how it stands; asked again within a moment it says the same. */
export function networkWatcher(deps: {
  readonly clock: Clock;
  readonly read: ReadInstance;
}): (running: readonly string[]) => Promise<NetworkLook> {
  const known = new Map<string, Standing>();
  let last:
    | { readonly at: number; readonly running: string; readonly look: Promise<NetworkLook> }
    | undefined;
  const ask = async (running: readonly string[]) => {
    await Promise.all(
      running.map(async (code) => {
        const told = await deps.read(code, "/trial/network", standing);
        if (told) known.set(code, told);
      }),
    );
    return summarize(known);
  };
  return (running) => {
    const now = deps.clock.now().getTime();
    const names = running.join();
    if (!last || last.running !== names || now - last.at > keptMs)
      last = { at: now, running: names, look: ask(running) };
    return last.look;
  };
}

/** What all of them say, put together. A state that is off is still known by what it said before. */
function summarize(known: ReadonlyMap<string, Standing>): NetworkLook {
  const codeOf = new Map([...known].map(([code, told]) => [told.code, code]));
  const verified = new Map<string, { at: string; by: string }>();
  const checks = [...known].flatMap(([by, told]) => told.verified.map((check) => ({ ...check, by })));
  for (const { code: peer, at, by } of checks) {
    const code = codeOf.get(peer);
    if (code !== undefined && at > (verified.get(code)?.at ?? "")) verified.set(code, { at, by });
  }
  const events = [...known].flatMap(([code, told]) =>
    told.entries.flatMap(({ at, action, feed, title, period }): NetworkEvent[] => {
      const deed = deeds[action];
      const from = feed === undefined || feed === told.code ? undefined : codeOf.get(feed);
      if (!deed || !(deed === "figures" ? period : title)) return [];
      const what = { ...(title ? { title } : {}), ...(period ? { period } : {}) };
      return [{ code, at, deed, ...what, ...(from ? { from } : {}) }];
    }),
  );
  const newestFirst = events.toSorted((a, b) => b.at.localeCompare(a.at));
  // Figures come every month from everybody: only a state's newest ones are news.
  const news = newestFirst.filter(
    (event, index) =>
      event.deed !== "figures" ||
      newestFirst.findIndex(({ code, deed }) => deed === "figures" && code === event.code) === index,
  );
  return {
    members: new Map([...known].map(([code, { members }]) => [code, members])),
    verified,
    events: news.slice(0, shownEvents),
  };
}
