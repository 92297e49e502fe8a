import type { Clock } from "@concord/runtime";
import { memberCode } from "../instances/place.ts";
import { type QuestionDeps, type Questions, questionsTo } from "./ask-instances.ts";
import { keptTour } from "./tour-file.ts";
import {
  type Happening,
  hostIsOff,
  newTour,
  nextMark,
  observe,
  type Part,
  regionOpened,
  switchedOff,
  switchedOn,
  type Tour,
} from "./tour-model.ts";

export interface TourDeps extends QuestionDeps {
  readonly path: string;
  readonly clock: Clock;
}

export interface TourKeeper {
  readonly cast: Readonly<Record<Part, string>>;
  /** Whether one was begun; asks nobody. */
  isOn(): Promise<boolean>;
  /** Where the tour stands now, after asking both states; undefined before it was begun. */
  look(): Promise<Tour | undefined>;
  /** The same, where somebody has just opened the region's comparison. */
  lookAtRegion(): Promise<Tour | undefined>;
  /** The region's active members now. */
  members(): Promise<number | undefined>;
  /** Begins it, or begins it anew. False where a state does not answer yet. */
  begin(): Promise<boolean>;
  end(): Promise<void>;
  /** Somebody switched an instance. */
  switched(code: string, on: boolean): Promise<void>;
}

const parts: readonly Part[] = ["host", "adopter"];

/** Watches what really happens at the two states, and remembers it in a file. */
export function createTour({ path, clock, ...deps }: TourDeps): TourKeeper {
  const { cast } = deps;
  const hostFeed = memberCode(cast.host);
  const ask = questionsTo(deps);
  const kept = keptTour(path);
  const inTurn = oneAtATime();
  const now = () => clock.now().toISOString();
  const ofHost = (on: boolean): Happening => {
    const action = on ? switchedOn : switchedOff;
    return { part: "host", at: now(), action, kind: "instance", id: cast.host };
  };

  async function look(seen: readonly Happening[] = []): Promise<Tour | undefined> {
    const tour = await kept.read();
    if (!tour) return undefined;
    const { happenings, after, hostAnswers } = await whatHappened(ask, tour);
    // Whoever answers is on, also where nobody told that it was switched.
    const back = hostIsOff(tour) && hostAnswers ? [ofHost(true)] : [];
    const next = observe({ ...tour, after }, [...seen, ...happenings, ...back], hostFeed);
    const offer = !next.offer && nextMark(next) === "compared" ? await ask.offer() : undefined;
    return kept.write({ ...next, ...(offer ? { offer } : {}) });
  }

  async function begin(): Promise<boolean> {
    const [host, adopter] = await Promise.all(parts.map((part) => ask.activity(part, undefined)));
    if (!host || !adopter) return false;
    await kept.write(newTour(now(), { host: host.head, adopter: adopter.head }, await ask.members()));
    return true;
  }

  async function turned(happening: Happening): Promise<void> {
    const tour = await kept.read();
    if (tour) await kept.write(observe(tour, [happening], hostFeed));
  }

  const opened = (): Happening => ({ part: "region", at: now(), action: regionOpened, kind: "page", id: "" });
  return {
    cast,
    isOn: async () => (await kept.read()) !== undefined,
    look: () => inTurn(() => look()),
    lookAtRegion: () => inTurn(() => look([opened()])),
    members: () => ask.members(),
    begin: () => inTurn(begin),
    end: () => inTurn(() => kept.remove()),
    switched: async (code, on) => {
      const happening = ofHost(on);
      if (code === cast.host) await inTurn(() => turned(happening));
    },
  };
}

/** What both states tell since they were last asked. */
async function whatHappened(ask: Questions, { after: before }: Tour) {
  const told = await Promise.all(
    parts.map(async (part) => ({ part, said: await ask.activity(part, before[part]) })),
  );
  const after: Partial<Record<Part, number>> = { ...before };
  for (const { part, said } of told) if (said) after[part] = said.last ?? after[part] ?? said.head;
  return {
    after,
    happenings: told.flatMap(({ said }) => said?.happenings ?? []),
    hostAnswers: told.some(({ part, said }) => part === "host" && said !== undefined),
  };
}

/** So that no two looks write over each other. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = turn.then(work, work);
    turn = result.catch(() => {});
    return result;
  };
}
