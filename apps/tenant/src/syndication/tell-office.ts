import { defineQueue, type Tx } from "@concord/database";
import type { Context, Tenant, Unit } from "../context.ts";
import { listAllowed } from "../identity/index.ts";
import { queueMail } from "../notifications/index.ts";
import { pageUrl } from "../portal/page-url.ts";
import { textIn } from "../profile/index.ts";
import { type AlertNews, writeAlerts } from "./alert-mail.ts";
import { endOf } from "./end-alert.ts";
import { alertMails, expiriesOf } from "./model.ts";
import { holdItems, titlesOf } from "./store.ts";
import { deleteTold, listWatched, lockTold, putTold } from "./store-alerts.ts";
import { type Watched, watchNetwork } from "./watch-network.ts";

export const networkAlertsQueue = defineQueue<object>("network-alerts", { retryLimit: 5, retryDelay: 60 });

export const networkAlertsCron = "*/15 * * * *";

/** Has the office told soon, of something that must not wait for the next round. */
export async function tellSoon({ tenant, tx }: { tenant: Tenant; tx: Tx }): Promise<void> {
  await tenant.jobs.enqueue(tx, networkAlertsQueue, {}, { singletonKey: "soon" });
}

/**
 * Tells those who look after the network what they must know: each thing once, again when it gets worse or comes back,
 * and when it is over. One message each, however much there is; it is remembered in the same transaction.
 */
export async function tellOffice(context: Context): Promise<{ told: number; over: number }> {
  const watched = await look(context);
  const alerts = watchNetwork(watched);
  const said = await context.tenant.database.transaction(async (tx) => {
    const unit: Unit = { ...context, db: tx, tx };
    const before = new Map((await lockTold(tx)).map((one) => [one.key, one]));
    const fresh = alerts.filter(({ key, stage = null }) => before.get(key)?.stage !== stage);
    for (const { key } of alerts) before.delete(key);
    const ends = [...before.values()].map((one) => ({ one, end: endOf(one, watched) }));
    const over = ends.flatMap(({ one, end }) => (end === "over" ? one : []));
    await putTold(tx, fresh, context.clock.now());
    await deleteTold(
      tx,
      ends.flatMap(({ one, end }) => (end === "unsure" ? [] : one.key)),
    );
    if (fresh.length + over.length > 0) await mailOfficers(unit, watched, { fresh, over });
    return { told: fresh.length, over: over.length };
  });
  if (said.told + said.over > 0) context.log.info(said, "officers are told about the network");
  return said;
}

async function look(context: Context): Promise<Watched> {
  const { peer } = context.tenant;
  const [peers, own, unapplied, delayed, { root, registry }, adopted] = await Promise.all([
    peer.status(),
    peer.ownFeed(),
    peer.unapplied(),
    peer.delayed(),
    peer.trust(),
    listWatched(context.db),
  ]);
  const now = context.clock.now();
  const listedAt = new Date(registry.iat * 1000);
  const expiries = expiriesOf({ root, registry }, now);
  return { now, peers, own, unapplied, delayed, listedAt, expiries, adopted };
}

/** Where nobody may do anything about it, the office's own address hears of it. */
async function mailOfficers(unit: Unit, { peers }: Watched, news: AlertNews): Promise<void> {
  const { tenant, tx } = unit;
  const { profile } = tenant;
  const items = [...news.fresh, ...news.over].flatMap((one) => ("item" in one && one.item ? one.item : []));
  await holdItems(tx, items);
  const known = {
    titles: await titlesOf(tx, items),
    members: new Map(peers.map(({ code, name, baseUrl }) => [code, { name, address: baseUrl }])).set(
      tenant.peer.code,
      { name: textIn(profile.program.name, profile.locales.default), address: tenant.origin },
    ),
  };
  const office = { email: profile.office.email, locale: profile.locales.default };
  const officers = await listAllowed(tx, "network:adopt");
  for (const { email, locale } of officers.length > 0 ? officers : [office]) {
    const place = { locale, timeZone: profile.jurisdiction.timeZones.default };
    const { subject, paragraphs, link } = writeAlerts(news, known, place);
    const url = pageUrl(tenant, locale, link.path);
    await queueMail(unit, {
      ...{ to: email, locale, kind: alertMails, subject, paragraphs },
      link: { label: link.label, url },
    });
  }
}
