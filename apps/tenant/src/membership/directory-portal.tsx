import { decodeCursor, encodeCursor } from "@concord/http";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { countDirectory, directoryCursor, listDirectory, readDirectoryEntry } from "./directory.ts";
import { directoryCsv } from "./directory-csv.ts";
import { DirectoryPage } from "./views/directory-page.tsx";
import { MemberPublicPage } from "./views/member-public-page.tsx";

/** The public list of members. */
export function directoryPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/members", async (c) => {
    const context = c.get("context");
    const { search, filter } = searchOf(c);
    const cursor = c.req.query("cursor");
    const after = cursor ? decodeCursor(directoryCursor, cursor) : undefined;
    const [page, count] = await Promise.all([
      listDirectory(context, { ...filter, ...(after ? { after } : {}) }),
      countDirectory(context, filter),
    ]);
    return c.html(
      <DirectoryPage
        site={c.get("site")}
        profile={context.tenant.profile}
        search={search}
        entries={page.entries}
        count={count}
        cursor={cursor}
        next={page.next && encodeCursor(page.next)}
      />,
    );
  });
  app.get("/members.csv", (c) => {
    c.header("Content-Type", "text/csv; charset=utf-8; header=present");
    c.header("Content-Disposition", 'attachment; filename="members.csv"');
    return c.body(directoryCsv(c.get("context"), searchOf(c).filter));
  });
  app.get("/members/:id", async (c) => {
    const context = c.get("context");
    const entry = await readDirectoryEntry(context, { memberId: c.req.param("id") });
    return c.html(<MemberPublicPage site={c.get("site")} profile={context.tenant.profile} entry={entry} />);
  });
  return app;
}

function searchOf(c: PortalContext) {
  const search = {
    q: c.req.query("q")?.trim() ?? "",
    county: c.req.query("county") ?? "",
    sector: c.req.query("sector") ?? "",
  };
  return { search, filter: { text: search.q, countyFips: search.county, sector: search.sector } };
}
