import type { Figures } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import { can } from "../identity/index.ts";
import { textIn } from "../profile/index.ts";
import { restsOn } from "./compute-figures.ts";
import { itemOf, month as monthInput, type StoredRelease } from "./model.ts";
import { demandBegun, figuresNow } from "./preview-figures.ts";
import { insertRelease, lockMonth } from "./store.ts";

/** Signs a month's figures and appends them to our feed; a month published again is a revision of the same item. */
export const publishFigures = defineCommand({
  name: "statistics.publish",
  input: z.object({ month: monthInput }),
  load: async (unit, { month }) => {
    demandBegun(unit, month);
    await lockMonth(unit.tx, month);
  },
  authorize: (actor) => can(actor, "figures:publish"),
  async run(unit, { month }) {
    const { figures, counts, earlier } = await figuresNow(unit, month);
    const before = earlier.at(-1);
    const { peer, profile } = unit.tenant;
    // A month that was published before we joined this network is new to it.
    const sent = await peer.item(itemOf(peer.code, month), unit.tx);
    if (sent && before && sameFigures(before.body, figures))
      throw new DomainError("statistics.nothing-new", "conflict");
    const revision = (before?.revision ?? 0) + 1;
    const { item, seq } = await peer.publish(unit.tx, {
      item: itemOf(peer.code, month),
      op: sent ? "revise" : "publish",
      kind: "figures",
      schema: figures.schema,
      body: JSON.parse(JSON.stringify(figures)),
      attribution: textIn(profile.program.name, profile.locales.default),
    });
    const release: StoredRelease = {
      ...{ month, revision, item, seq, body: figures },
      publishedAt: unit.clock.now(),
      publishedBy: unit.actor.name ?? unit.actor.email ?? unit.actor.id,
    };
    await insertRelease(unit.tx, { ...release, restsOn: restsOn(counts) });
    return {
      result: release,
      audit: {
        action: before ? "statistics.revised" : "statistics.published",
        subject: { kind: "figures", id: item },
        after: { month, revision, seq },
      },
    };
  },
});

/** Whether two releases say the same, whenever each was computed. */
function sameFigures(one: Figures, other: Figures): boolean {
  const said = ({ computedAt: _, ...rest }: Figures) => sorted(rest);
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

/** The database keeps the members of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
