import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { endItem } from "./end-item.ts";
import { messages } from "./messages.ts";
import { decidedStatuses, incomingStatuses, openStatuses, weights } from "./model.ts";
import { problemsRoutes } from "./problems-portal.tsx";
import { publishItem } from "./publish-item.ts";
import { askPeers, listComing, listIncoming, listPublished, readOverview } from "./read-network.ts";
import { readSharedItem } from "./read-shared.ts";
import { reviewRoutes } from "./review-portal.tsx";
import { rulesRoutes } from "./rules-portal.tsx";
import { EndPage } from "./views/end-page.tsx";
import { AdoptedPage, IncomingPage } from "./views/item-lists.tsx";
import { timesOf } from "./views/network-page.tsx";
import { OverviewPage } from "./views/overview-page.tsx";
import { PublishedPage } from "./views/published-page.tsx";

/** The office's rooms on the network: who is in it, what came in, what was adopted, what we gave. */
export function syndicationPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/network", showOverview);
  app.post("/office/network/sync", async (c) => {
    await askPeers(c.get("context"), {});
    return c.redirect(localHref(c.get("site"), "/office/network?asked=1"), 303);
  });
  app.get("/office/network/incoming", showIncoming);
  app.get("/office/network/adopted", showAdopted);
  app.get("/office/network/published", (c) => showPublished(c));
  // A series is kept with the trainings.
  app.post("/office/trainings/:id/publish", (c) => publish(c, "training"));
  app.post("/office/toolkits/:id/publish", (c) => publish(c, "toolkit"));
  app.get("/office/network/published/:item/end", async (c) => {
    const shared = await readSharedItem(c.get("context"), { item: c.req.param("item") });
    return c.html(<EndPage site={c.get("site")} shared={shared} />);
  });
  app.post("/office/network/published/:item/end", takeBack);
  app.route("/", reviewRoutes());
  app.route("/", rulesRoutes());
  app.route("/", problemsRoutes());
  return app;
}

async function publish(c: PortalContext, kind: "training" | "toolkit"): Promise<Response> {
  const { values } = await readForm(c);
  const significance = weights.find((one) => one === values.significance) ?? "minor";
  const given = (name: string) => (values[name] ? { [name]: String(values[name]) } : {});
  const from = { ...given("supersedes"), ...given("derivedFrom") };
  const input = { kind, id: c.req.param("id") ?? "", significance, ...from };
  const done = await attempt(c, [messages], () => publishItem(c.get("context"), input));
  if (!done.ok) return showPublished(c, Object.values(done.errors)[0], done.status);
  return c.redirect(localHref(c.get("site"), "/office/network/published?done=published"), 303);
}

async function showOverview(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { counts, ...overview } = await readOverview(context, {});
  const waiting = (counts.get("new") ?? 0) + (counts.get("update-available") ?? 0);
  return c.html(
    <OverviewPage
      site={c.get("site")}
      {...overview}
      waiting={waiting}
      asked={c.req.query("asked") === "1"}
      ownCode={context.tenant.peer.code}
      alone={context.tenant.place.alone}
      times={timesOf(c.get("site"))}
    />,
  );
}

async function showIncoming(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const status = incomingStatuses.find((one) => one === c.req.query("status"));
  const cursor = beforeOf(c);
  const [page, waiting, coming, feedNames] = await Promise.all([
    listIncoming(context, { statuses: status ? [status] : decidedStatuses, ...cursor }),
    status || cursor.before ? undefined : listIncoming(context, { statuses: openStatuses, limit: 200 }),
    listComing(context, {}),
    namesOf(c),
  ]);
  return c.html(
    <IncomingPage
      site={c.get("site")}
      items={page.items}
      waiting={waiting?.items}
      counts={page.counts}
      coming={coming}
      feedNames={feedNames}
      status={status}
      nextHref={nextHref(c, "/office/network/incoming", page.next)}
      times={timesOf(c.get("site"))}
    />,
  );
}

async function showAdopted(c: PortalContext): Promise<Response> {
  const [page, feedNames] = await Promise.all([
    listIncoming(c.get("context"), { pinned: true, ...beforeOf(c) }),
    namesOf(c),
  ]);
  const next = nextHref(c, "/office/network/adopted", page.next);
  return c.html(
    <AdoptedPage site={c.get("site")} items={page.items} feedNames={feedNames} nextHref={next} />,
  );
}

async function showPublished(
  c: PortalContext,
  problem?: string,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const { items, ready, adopted, recovered } = await listPublished(context, {});
  const asked = c.req.query("done");
  return c.html(
    <PublishedPage
      site={c.get("site")}
      items={items}
      ready={ready}
      adopted={adopted}
      recovered={recovered}
      done={asked === "published" || asked === "ended" ? asked : undefined}
      problem={problem}
      times={timesOf(c.get("site"))}
    />,
    status,
  );
}

async function takeBack(c: PortalContext): Promise<Response> {
  const item = c.req.param("item") ?? "";
  const { values } = await readForm(c);
  const input = { item, op: values.op, reason: values.reason } as Parameters<typeof endItem>[1];
  const done = await attempt(c, [messages], () => endItem(c.get("context"), input));
  if (done.ok) return c.redirect(localHref(c.get("site"), "/office/network/published?done=ended"), 303);
  const shared = await readSharedItem(c.get("context"), { item });
  const page = <EndPage site={c.get("site")} shared={shared} values={values} errors={done.errors} />;
  return c.html(page, done.status);
}

/** The names the registry gives to members. */
async function namesOf(c: PortalContext): Promise<ReadonlyMap<string, string>> {
  const peers = await c.get("context").tenant.peer.status();
  return new Map(peers.map(({ code, name }) => [code, name]));
}

function beforeOf(c: PortalContext): { before?: { at: Date; item: string } } {
  const at = new Date(c.req.query("before") ?? "");
  const item = c.req.query("item") ?? "";
  return Number.isNaN(at.getTime()) || !item ? {} : { before: { at, item } };
}

function nextHref(
  c: PortalContext,
  path: string,
  next: { at: Date; item: string } | undefined,
): string | undefined {
  if (!next) return undefined;
  const query = new URLSearchParams({ before: next.at.toISOString(), item: next.item });
  const status = c.req.query("status");
  if (status) query.set("status", status);
  return `${localHref(c.get("site"), path)}?${query}`;
}
