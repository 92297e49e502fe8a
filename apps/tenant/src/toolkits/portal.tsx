import { isKnownItem } from "@concord/content";
import { etagOf, notModified, rateLimit } from "@concord/http";
import { type Clock, DomainError } from "@concord/runtime";
import { Hono } from "hono";
import { materialFiles } from "../material-files.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { discreetFileName } from "../profile/index.ts";
import { listPosters, listToolkits, readToolkit, readToolkitAsset } from "./catalogue.ts";
import { deskPortal } from "./desk-portal.tsx";
import type { Toolkit } from "./model.ts";
import { officeToolkitsPortal } from "./office-portal.tsx";
import { policyPortal } from "./policy-portal.tsx";
import { type PosterItem, printPoster } from "./poster-document.ts";
import { systemsPortal } from "./systems-portal.tsx";
import { ItemPage } from "./views/item-page.tsx";
import { PostersPage } from "./views/posters-page.tsx";
import { ToolkitListPage } from "./views/toolkit-list.tsx";
import { ToolkitPage } from "./views/toolkit-page.tsx";
import { renderOptionsOf } from "./views/words.tsx";

/** Toolkits for anybody to read, for members to work with, and for the office to look after. */
export function toolkitsPortal({ clock }: { clock: Clock }): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  // Setting a poster takes a good part of a second of a processor.
  const slow = rateLimit({ clock, capacity: 30, perSecond: 0.5 });
  app.get("/toolkits", async (c) => {
    const { toolkits } = await listToolkits(c.get("context"), { limit: 200 });
    return c.html(<ToolkitListPage site={c.get("site")} toolkits={toolkits} options={options(c)} />);
  });
  app.get("/toolkits/posters", async (c) => {
    const context = c.get("context");
    const posters = await listPosters(context, {});
    const { profile } = context.tenant;
    return c.html(
      <PostersPage site={c.get("site")} profile={profile} posters={posters} options={options(c)} />,
    );
  });
  app.get("/toolkits/posters/awareness.pdf", slow, async (c) => {
    const [first] = await listPosters(c.get("context"), {});
    return poster(c, first?.toolkit, first?.poster);
  });
  app.get("/toolkits/files/:sha256{[0-9a-f]{64}}", file);
  app.get("/toolkits/:toolkitId{tkt_[0-9a-f]+}", async (c) => {
    const context = c.get("context");
    const read = await readToolkit(context, { toolkitId: c.req.param("toolkitId") });
    const { profile } = context.tenant;
    return c.html(<ToolkitPage site={c.get("site")} profile={profile} options={options(c)} {...read} />);
  });
  app.get("/toolkits/:toolkitId{tkt_[0-9a-f]+}/posters/:file{[a-z0-9-]+\\.pdf}", slow, async (c) => {
    const read = await readToolkit(c.get("context"), { toolkitId: c.req.param("toolkitId") });
    const id = c.req.param("file").replace(/\.pdf$/, "");
    const found = read.body.items.filter(isKnownItem).find((item) => item.id === id);
    return poster(c, read.toolkit, found?.type === "poster" ? found : undefined);
  });
  app.get("/toolkits/:toolkitId{tkt_[0-9a-f]+}/:item", async (c) => {
    const { toolkit, body } = await readToolkit(c.get("context"), { toolkitId: c.req.param("toolkitId") });
    const item = body.items.find(({ id }) => id === c.req.param("item"));
    if (!item) throw new DomainError("toolkits.item-not-found", "not-found");
    return c.html(<ItemPage site={c.get("site")} toolkit={toolkit} item={item} options={options(c)} />);
  });
  app.route("/", deskPortal());
  app.route("/", policyPortal());
  app.route("/", systemsPortal());
  app.route("/", officeToolkitsPortal());
  return app;
}

async function poster(c: PortalContext, toolkit?: Toolkit, found?: PosterItem): Promise<Response> {
  const { tenant, locale } = c.get("context");
  const language = c.req.query("lang") ?? locale;
  // A language that the poster does not really have is not there, rather than quietly another one.
  if (!toolkit || !found || !toolkit.languages.includes(language))
    throw new DomainError("toolkits.poster-not-found", "not-found");
  const { id, revision, updatedAt } = toolkit;
  c.header("Cache-Control", "public, max-age=3600");
  const same = notModified(c, etagOf(id, revision, updatedAt.toISOString(), found.id, language));
  if (same) return same;
  const pdf = await printPoster(tenant, found, language);
  const name = discreetFileName(tenant.profile, `${found.id} ${language}`, "pdf");
  c.header("Content-Type", "application/pdf");
  c.header("Content-Disposition", `inline; filename="${name}"`);
  return c.body(new Uint8Array(pdf));
}

/** A picture of a toolkit; named by its hash, it never changes. */
async function file(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const sha256 = c.req.param("sha256") ?? "";
  const { mediaType, source } = await readToolkitAsset(context, { sha256 });
  const blob = await materialFiles(context.tenant, source).open(sha256);
  if (!blob) throw new DomainError("toolkits.asset-not-found", "not-found");
  c.header("Content-Type", mediaType);
  c.header("Content-Length", String(blob.size));
  c.header("Cache-Control", "public, max-age=31536000, immutable");
  return c.body(blob.stream);
}

function options(c: PortalContext) {
  const { tenant, locale } = c.get("context");
  return renderOptionsOf(tenant, locale);
}
