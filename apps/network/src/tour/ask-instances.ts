import { z } from "zod";
import { memberCode } from "../instances/place.ts";
import type { ReadInstance } from "../lobby/read-instance.ts";
import type { Happening, Offer, Part } from "./tour-model.ts";

const moment = z.iso.datetime();
const happened = z.object({
  at: moment,
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  about: z.string().optional(),
  page: z.string().startsWith("/").optional(),
});
const activity = z.object({
  head: z.int(),
  entries: z.array(happened.extend({ seq: z.int(), actorKind: z.string() })),
  notes: z.array(happened),
});
const offered = z.object({
  offer: z.object({ item: z.string(), title: z.record(z.string(), z.string()) }).nullable(),
});
const membership = z.object({ rows: z.array(z.object({ activeMembers: z.number().nullable() })) });

export interface Said {
  /** The newest row of the state's audit chain. */
  readonly head: number;
  /** The last row that was told. */
  readonly last: number | undefined;
  readonly happenings: readonly Happening[];
}

/** What the tour asks the instances; undefined where one does not answer. */
export interface Questions {
  activity(part: Part, after: number | undefined): Promise<Said | undefined>;
  /** What of the host's the adopter could adopt. */
  offer(): Promise<Offer | undefined>;
  /** The region's active members. */
  members(): Promise<number | undefined>;
}

export interface QuestionDeps {
  /** The states that play. */
  readonly cast: Readonly<Record<Part, string>>;
  readonly region: string;
  readonly read: ReadInstance;
}

export function questionsTo({ cast, region, read }: QuestionDeps): Questions {
  return {
    async activity(part, after) {
      const query = after === undefined ? "" : `?after=${after}`;
      const said = await read(cast[part], `/trial/activity${query}`, activity);
      if (!said) return undefined;
      // What the instance does by itself, as filling in trial data late, is not the visitor's doing.
      const done = said.entries.filter(({ actorKind }) => actorKind !== "system");
      const happenings = [...done, ...said.notes].map((one) => happeningOf(part, one));
      return { head: said.head, last: said.entries.at(-1)?.seq, happenings };
    },
    async offer() {
      const said = await read(cast.adopter, `/trial/offer?from=${memberCode(cast.host)}`, offered);
      return said?.offer ?? undefined;
    },
    async members() {
      const said = await read(region, "/api/v1/membership", membership);
      return said?.rows.reduce((sum, { activeMembers }) => sum + (activeMembers ?? 0), 0);
    },
  };
}

function happeningOf(part: Part, told: z.output<typeof happened>): Happening {
  const { at, action, subjectKind: kind, subjectId: id, about, page } = told;
  return { part, at, action, kind, id, ...(about ? { about } : {}), ...(page ? { page } : {}) };
}
