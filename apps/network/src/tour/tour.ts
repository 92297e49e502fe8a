import type { Clock } from "@concord/runtime";
import { z } from "zod";
import { memberCode } from "../instances/place.ts";
import type { ReadInstance } from "../lobby/read-instance.ts";
import { readTour, removeTour, writeTour } from "./tour-file.ts";
import {
  type Happening,
  newTour,
  observe,
  type Part,
  switchedOff,
  switchedOn,
  type Tour,
} from "./tour-model.ts";

export interface TourDeps {
  readonly path: string;
  readonly clock: Clock;
  /** The states that play. */
  readonly cast: Readonly<Record<Part, string>>;
  readonly read: ReadInstance;
}

export interface TourKeeper {
  readonly cast: Readonly<Record<Part, string>>;
  /** Where the tour stands now, after asking both states; undefined before it was begun. */
  look(): Promise<Tour | undefined>;
  /** Begins it, or begins it anew. False where a state does not answer yet. */
  begin(): Promise<boolean>;
  end(): Promise<void>;
  /** Somebody switched an instance. */
  switched(code: string, on: boolean): Promise<void>;
}

const moment = z.iso.datetime();
const happened = z.object({
  at: moment,
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  about: z.string().optional(),
});
const activity = z.object({
  head: z.int(),
  entries: z.array(happened.extend({ seq: z.int(), actorKind: z.string() })),
  notes: z.array(happened),
});

/** Watches what really happens at the two states, and remembers it in a file. */
export function createTour({ path, clock, cast, read }: TourDeps): TourKeeper {
  const parts: readonly Part[] = ["host", "adopter"];
  const hostFeed = memberCode(cast.host);
  let turn: Promise<unknown> = Promise.resolve();
  // One at a time, so that no two looks write over each other.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => {});
    return result;
  };
  const ask = (part: Part, after: number | undefined) =>
    read(cast[part], `/trial/activity${after === undefined ? "" : `?after=${after}`}`, activity);

  async function look(): Promise<Tour | undefined> {
    const tour = await readTour(path);
    if (!tour) return undefined;
    const told = await Promise.all(
      parts.map(async (part) => ({ part, said: await ask(part, tour.after[part]) })),
    );
    const happenings: Happening[] = [];
    const after: Partial<Record<Part, number>> = { ...tour.after };
    for (const { part, said } of told) {
      if (!said) continue;
      // What the instance does by itself, as filling in trial data late, is not the visitor's doing.
      const done = said.entries.filter(({ actorKind }) => actorKind !== "system");
      for (const { at, action, subjectKind: kind, subjectId: id, about } of [...done, ...said.notes])
        happenings.push({ part, at, action, kind, id, ...(about ? { about } : {}) });
      after[part] = said.entries.at(-1)?.seq ?? after[part] ?? said.head;
    }
    const now = observe({ ...tour, after }, happenings, hostFeed);
    if (JSON.stringify(now) !== JSON.stringify(tour)) await writeTour(path, now);
    return now;
  }

  async function begin(): Promise<boolean> {
    const [host, adopter] = await Promise.all(parts.map((part) => ask(part, undefined)));
    if (!host || !adopter) return false;
    const after = { host: host.head, adopter: adopter.head };
    await writeTour(path, newTour(clock.now().toISOString(), after));
    return true;
  }

  return {
    cast,
    look: () => inTurn(look),
    begin: () => inTurn(begin),
    end: () => inTurn(() => removeTour(path)),
    async switched(code, on) {
      if (code !== cast.host) return;
      const at = clock.now().toISOString();
      await inTurn(async () => {
        const tour = await readTour(path);
        if (!tour) return;
        const action = on ? switchedOn : switchedOff;
        const happening = { part: "host", at, action, kind: "instance", id: code } as const;
        await writeTour(path, observe(tour, [happening], hostFeed));
      });
    },
  };
}
