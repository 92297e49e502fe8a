import { type LibraryItemOf, library } from "@concord/content";
import { addDays, type Day } from "@concord/runtime";
import {
  createTraining,
  keepMaterial,
  listAllToolkits,
  listAllTrainings,
  offerLibraryToolkit,
  publishItem,
  publishLocally,
  type Toolkit,
  type Training,
} from "@concord/tenant";
import { at, fill, type History } from "./history.ts";
import { type Offered, ownToolkits, ownTrainings } from "./library-items.ts";
import { chanceFrom } from "./random.ts";
import type { Sharing } from "./sharing.ts";

/** What the state offers, in the order in which it offers it. */
export interface OwnLibrary {
  readonly items: readonly Offered[];
  readonly kits: readonly LibraryItemOf<"toolkit">[];
  readonly trainings: readonly Training[];
  readonly toolkits: readonly Toolkit[];
}

/** Offers the state's trainings and toolkits from its beginning on, and shares some of them later. */
export async function seedLibrary(
  history: History,
  sharing: Sharing,
  begins: Day,
  today: Day,
): Promise<OwnLibrary> {
  const { context } = history;
  const authored = await library();
  const items = ownTrainings(authored, sharing);
  const kits = ownToolkits(authored, sharing);
  await fill(history, {
    name: "trainings",
    plan: items,
    make: async (unit, { slug, body, licence, blobs }, index) => {
      const then = at(unit, addDays(begins, index * 40));
      for (const { bytes, sha256 } of blobs) await keepMaterial(unit, bytes, { sha256 });
      const { id } = await createTraining(then, { slug, body, licence });
      await publishLocally(then, { trainingId: id });
    },
  });
  await fill(history, {
    name: "toolkits",
    plan: kits,
    make: (unit, item, index) => offerLibraryToolkit(at(unit, addDays(begins, 30 + index * 60)), item),
  });
  const { trainings } = await listAllTrainings(context, { source: "own", limit: 200 });
  const { toolkits } = await listAllToolkits(context, { limit: 200 });
  const chance = chanceFrom(`shares of ${context.tenant.code}`);
  await fill(history, {
    name: "shares",
    plan: sharing.shares.map((name) => ({ name, on: addDays(today, -chance.between(12, 160)) })),
    make: async (unit, { name, on }) => {
      const training = trainings.find(({ slug }) => slug === name);
      const toolkit = toolkits.find(({ slug }) => slug === name);
      if (training) await publishItem(at(unit, on), { kind: "training", id: training.id });
      else if (toolkit) await publishItem(at(unit, on), { kind: "toolkit", id: toolkit.id });
    },
  });
  const inOrder = items.flatMap(({ slug }) => trainings.find((one) => one.slug === slug) ?? []);
  return { items, kits, trainings: inOrder, toolkits };
}
