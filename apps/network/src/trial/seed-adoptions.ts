import { library } from "@concord/content";
import type { Logger } from "@concord/runtime";
import {
  adoptItem,
  askPeers,
  type Context,
  listIncoming,
  ownOverlay,
  readFill,
  recordFill,
  type Unit,
} from "@concord/tenant";
import { titleOf } from "./library-items.ts";
import { beginAdopted } from "./seed-nurse.ts";
import { readSharing } from "./sharing.ts";

const attempts = 30;
const pauseMs = 6_000;

/**
 * Adopts what the state is said to have adopted, once the other states are up and their entries are here. Runs beside
 * everything else and ends by itself; what is not there by then stays a decision for the office.
 */
export async function seedAdoptions(context: Context, signal: AbortSignal, log: Logger): Promise<void> {
  const sharing = readSharing();
  const { code } = context.tenant;
  const { adopts } = sharing.of(code);
  if (adopts.length === 0 || (await readFill(context, {})).has("adopted")) return;
  const authored = await library();
  const wanted = adopts.map((name) => {
    const [from = "", item = ""] = name.split("/");
    return { feed: `us-${from}`, title: titleOf(authored, sharing.of(from), item) };
  });
  for (let attempt = 0; attempt < attempts && !signal.aborted; attempt += 1) {
    try {
      await askPeers(context, {});
      if (await adoptAll(context, wanted)) return;
    } catch (err) {
      log.debug({ err }, "adopting sample material failed; it is tried again");
    }
    await pause(signal);
  }
}

async function adoptAll(
  context: Context,
  wanted: readonly { feed: string; title: string }[],
): Promise<boolean> {
  const { items } = await listIncoming(context, { limit: 200 });
  const found = wanted.map(({ feed, title }) =>
    items.find((one) => one.feed === feed && one.title.en === title),
  );
  for (const item of found) {
    if (item?.status !== "new") continue;
    await adoptItem(context, {
      item: item.item,
      revision: item.revision,
      overlay: ownOverlay(context.tenant.profile),
    });
  }
  if (found.includes(undefined)) return false;
  await context.tenant.database.transaction(async (tx) => {
    const unit: Unit = { ...context, db: tx, tx };
    await beginAdopted(unit);
    return recordFill(unit, { stage: "adopted", through: 1 });
  });
  return true;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
