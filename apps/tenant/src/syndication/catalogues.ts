import type { BlobRef, Body, Overlay, Text, ToolkitBody } from "@concord/content";
import { DomainError } from "@concord/runtime";
import type { Context, Unit } from "../context.ts";
import {
  bringBackToolkit,
  findOfferedToolkit,
  listAllToolkits,
  markToolkitPublished,
  offerAdoptedToolkit,
  readOwnToolkit,
  takeBackToolkit,
  withdrawAdoptedToolkit,
} from "../toolkits/index.ts";
import {
  bringBackTraining,
  findOfferedByName,
  listAllTrainings,
  markPublished,
  type OfferedBody,
  offerAdopted,
  readOwnTraining,
  readTraining,
  takeBackTraining,
  withdrawAdopted,
} from "../trainings/index.ts";
import type { SharedKind } from "./model.ts";

/** Something of our own that may be given to the network. */
export interface OwnItem {
  readonly kind: SharedKind;
  readonly id: string;
  readonly revision: number;
  readonly title: Text;
  readonly body: Body;
  readonly attribution: string | null;
  readonly licence: string | null;
}

export interface Adoption {
  readonly item: string;
  readonly feed: string;
  readonly revision: number;
  readonly body: Body;
  readonly overlay: Overlay;
  readonly attribution: string;
  readonly licence: string;
  readonly blobs: readonly BlobRef[];
  /** It mends something unsafe. */
  readonly mended?: boolean;
}

export interface Ending {
  readonly op: "withdraw" | "recall" | "erase";
  readonly reason?: string;
  /** What lists say in place of the title of an erased item. */
  readonly title: Text;
}

/** Something of our own that our catalogue offers, without its body. */
export interface OfferedItem extends Pick<OwnItem, "kind" | "id" | "revision" | "title"> {}

/** What the network has of our own and our catalogue does not. */
export interface CameBack {
  /** Our own id of it, where the catalogue has it in an earlier state. */
  readonly id: string | undefined;
  readonly kind: SharedKind;
  /** Left out where its text is gone: then it is there for the record alone, and never offered. */
  readonly body?: Body;
  /** What lists say in place of a title that is gone. */
  readonly title: Text;
  readonly attribution: string | null;
  readonly licence: string | null;
}

/** A slice that keeps material of some kinds: what it gives to the network, and what it takes from it. */
interface Catalogue {
  listOffered(scope: Context | Unit): Promise<readonly OfferedItem[]>;
  readOwn(scope: Context | Unit, id: string): Promise<OwnItem>;
  markShared(
    unit: Unit,
    id: string,
    shared: { item: string; revision: number; mended?: boolean },
  ): Promise<unknown>;
  /** Our own material is taken back from everybody, here as well; gives the files that nothing of it names any more. */
  endOwn(
    unit: Unit,
    id: string,
    ending: Ending & { readonly op: "recall" | "erase" },
  ): Promise<readonly string[]>;
  /** Puts back material of our own; gives our own id and number of the revision. */
  bringBack(unit: Unit, came: CameBack): Promise<{ readonly id: string; readonly revision: number }>;
  offer(unit: Unit, adoption: Adoption): Promise<unknown>;
  endAdopted(unit: Unit, item: string, ending: Ending): Promise<unknown>;
  /** The page of an adopted item for the people who take it; undefined where it is not offered. */
  pathOf(context: Context, item: string): Promise<string | undefined>;
}

const trainings: Catalogue = {
  async listOffered(scope) {
    const { trainings: own } = await listAllTrainings(scope, { source: "own", limit: 200 });
    return own.flatMap(({ kind, id, title, status, offeredRevision }) =>
      status === "published" && offeredRevision !== null
        ? [{ kind, id, title, revision: offeredRevision }]
        : [],
    );
  },
  async readOwn(scope, id) {
    const { training, revision } = await readOwnTraining(scope, id);
    const { kind, title, attribution, licence } = training;
    const body = await withNetworkParts(scope, id, revision.body);
    return { kind, id, revision: revision.revision, title, attribution, licence, body };
  },
  markShared: markPublished,
  endOwn: takeBackTraining,
  bringBack: (unit, { kind, body, ...came }) =>
    bringBackTraining(unit, {
      ...came,
      kind: kind === "series" ? kind : "training",
      ...(body ? { body: offered(body) } : {}),
    }),
  offer: (unit, adoption) => offerAdopted(unit, { ...adoption, body: offered(adoption.body) }),
  endAdopted: withdrawAdopted,
  async pathOf({ db }, item) {
    const [training] = await findOfferedByName(db, [item]);
    return training && `/trainings/${training.id}`;
  },
};

const toolkits: Catalogue = {
  async listOffered(scope) {
    const { toolkits: all } = await listAllToolkits(scope, { limit: 200 });
    const own = all.filter(({ source, status }) => source === "own" && status === "published");
    return own.map(({ id, title, revision }) => ({ kind: "toolkit", id, title, revision }));
  },
  async readOwn(scope, id) {
    const { toolkit, revision } = await readOwnToolkit(scope, id);
    const { title, attribution, licence } = toolkit;
    return {
      kind: "toolkit",
      id,
      revision: revision.revision,
      title,
      attribution,
      licence,
      body: revision.body,
    };
  },
  markShared: markToolkitPublished,
  endOwn: takeBackToolkit,
  bringBack: (unit, { body, ...came }) =>
    bringBackToolkit(unit, { ...came, ...(body ? { body: asToolkit(body) } : {}) }),
  offer: (unit, adoption) => offerAdoptedToolkit(unit, { ...adoption, body: asToolkit(adoption.body) }),
  endAdopted: withdrawAdoptedToolkit,
  async pathOf({ db }, item) {
    const toolkit = await findOfferedToolkit(db, item);
    return toolkit && `/toolkits/${toolkit.id}`;
  },
};

export const catalogues: Readonly<Record<SharedKind, Catalogue>> = {
  training: trainings,
  series: trainings,
  toolkit: toolkits,
};

/** Every slice that keeps material, each once. */
export const sources: readonly Catalogue[] = [trainings, toolkits];

/** A series names its parts by our own names; another office knows them only by their names in the network. */
async function withNetworkParts(scope: Context | Unit, id: string, body: OfferedBody): Promise<OfferedBody> {
  if (body.schema !== "concord.series/1") return body;
  const { parts } = await readTraining(scope, { trainingId: id });
  return {
    ...body,
    parts: body.parts.map((part) => {
      if (part.type !== "training") return part;
      const item = parts.get(part.training)?.item;
      if (!item) throw new DomainError("syndication.part-not-shared", "conflict", { part: part.training });
      return { ...part, training: item };
    }),
  };
}

function asToolkit(body: Body): ToolkitBody {
  if (body.schema === "concord.toolkit/1") return body;
  throw new DomainError("syndication.kind", "conflict", { kind: body.schema });
}

function offered(body: Body): OfferedBody {
  if (body.schema === "concord.training/1" || body.schema === "concord.series/1") return body;
  throw new DomainError("syndication.kind", "conflict", { kind: body.schema });
}
