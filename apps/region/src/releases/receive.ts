import type { ItemHandler } from "@concord/peer";
import type { Clock } from "@concord/runtime";
import { figuresOf, figuresSchema, readRelease } from "./model.ts";
import { removeReleases, saveRefusal, saveRelease } from "./store.ts";

interface Receiving {
  readonly clock: Clock;
  /** The FIPS code of a member's state, where the table of denominators has it. */
  fipsOf(member: string): string | undefined;
}

/** Takes a verified entry of kind `figures` into the read model, in the transaction in which it takes effect. */
export function receiveFigures({ clock, fipsOf }: Receiving): ItemHandler {
  return async (tx, change) => {
    const { item, revision, seq, feed: member } = change;
    if (change.op !== "publish" && change.op !== "revise") return removeReleases(tx, item);
    if (change.schema !== figuresSchema) return;
    const now = clock.now();
    const read = readRelease(change.body, { member, fips: fipsOf(member), now });
    if (!read.accepted) {
      return saveRefusal(tx, { item, revision, member, reason: read.reason, at: now });
    }
    const { body } = read;
    await saveRelease(
      tx,
      {
        ...{ member, item, revision, seq, body, period: body.period, asOf: body.asOf },
        ...{ signedAt: change.at, receivedAt: now },
      },
      figuresOf(body),
    );
  };
}
