import { z } from "zod";
import { activityAfter, activityHead, newestActivity } from "../audit/index.ts";
import { defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { countDirectory } from "../membership/index.ts";
import { aboutOf } from "./about.ts";
import { pageOf } from "./pages.ts";

const trialOnly = {
  load: async (context: Context) => context.tenant.trial,
  authorize: (_actor: Context["actor"], trial: boolean) => trial,
};

/** What commands did after a row of the audit chain, without values. Only a trial tells anybody. */
export const listActivity = defineQuery({
  name: "trial.list-activity",
  input: z.object({ after: z.coerce.number().int().min(0).optional() }),
  ...trialOnly,
  async run(context, { after }) {
    const { db } = context;
    const head = await activityHead(db);
    const rows = after === undefined || after >= head ? [] : await activityAfter(db, after, 500);
    return { head, entries: await Promise.all(rows.map((row) => placed(context, row))) };
  },
});

interface Row {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** With what it is about, and the page where one goes on from it. */
async function placed<R extends Row>(context: Context, row: R) {
  const about = await aboutOf(context, row.subjectKind, row.subjectId);
  const page = await pageOf(context, row.action, row.subjectId, about);
  return { ...row, ...(about && { about }), ...(page && { page }) };
}

const shared = [
  "syndication.published",
  "syndication.revised",
  "syndication.adopted",
  "statistics.published",
  "statistics.revised",
];

/** How this member stands in the network: its public directory's size, whom it verified when, what it shared lately. */
export const readNetworkStanding = defineQuery({
  name: "trial.read-network-standing",
  input: z.object({}),
  ...trialOnly,
  async run(context) {
    const peers = await context.tenant.peer.status();
    return {
      code: context.tenant.peer.code,
      members: await countDirectory(context, {}),
      verified: peers.flatMap(({ code, lastSummary, verifiedThrough }) =>
        lastSummary && ["current", "synced"].includes(lastSummary.outcome)
          ? [{ code, at: lastSummary.at, entries: verifiedThrough }]
          : [],
      ),
      entries: await titledActivity(context),
    };
  },
});

async function titledActivity({ db, tenant }: Context) {
  const entries = await newestActivity(db, shared, 12);
  return Promise.all(
    entries.map(async ({ at, action, subjectKind, subjectId }) => {
      const item = await tenant.peer.item(subjectId);
      if (subjectKind === "figures") {
        const { success, data } = ofMonth.safeParse(item?.body);
        return { at, action, ...(success && data) };
      }
      if (subjectKind !== "network-item") return { at, action };
      const { success, data } = titled.safeParse(item?.body);
      return { at, action, item: subjectId, ...(item && { feed: item.feed }), ...(success && data) };
    }),
  );
}

const ofMonth = z.object({ period: z.string() });
const titled = z.object({ title: z.record(z.string(), z.string()) });
