import { etagOf, notModified, rateLimit } from "@concord/http";
import { type Clock, DomainError } from "@concord/runtime";
import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { type Comparison, compare, readStandings } from "./compare.ts";
import { messages } from "./messages.ts";
import { pressSheet } from "./press-sheet.ts";
import { readState } from "./read-state.ts";
import { summaryOf } from "./summary.ts";
import { AboutPage } from "./views/about.tsx";
import { HomePage } from "./views/home.tsx";
import { StatePage } from "./views/state-page.tsx";
import { wordsIn } from "./words.ts";

/** The dashboard, a state's page, and how to read both. */
export function comparisonPortal(clock: Clock): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/", async (c) => {
    const site = c.get("site");
    const comparison = await compare(c.get("region"));
    const summary = summaryOf(comparison, site.locale);
    return c.html(
      <HomePage site={site} words={wordsIn(site.locale)} comparison={comparison} summary={summary} />,
    );
  });
  app.get("/states/:member", async (c) => {
    const site = c.get("site");
    const state = await readState(c.get("region"), c.req.param("member"));
    if (!state) throw new DomainError("comparison.state-unknown", "not-found");
    return c.html(<StatePage site={site} words={wordsIn(site.locale)} state={state} />);
  });
  // A sheet takes a while to set, and anybody may ask for one.
  app.get("/press.pdf", rateLimit({ clock, capacity: 20, perSecond: 0.2 }), async (c) => {
    const site = c.get("site");
    const comparison = await compare(c.get("region"));
    const kept = notModified(c, etagOf(site.locale, JSON.stringify(saidOf(comparison))));
    if (kept) return kept;
    const pdf = await pressSheet(comparison, site);
    if (!pdf) throw new DomainError("comparison.nothing-published", "not-found");
    const name = `${messages.in(site.locale)("press.file")}.pdf`;
    return c.body(pdf.slice(), 200, {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "no-cache",
    });
  });
  app.get("/about", async (c) => {
    const site = c.get("site");
    const region = c.get("region");
    const standings = await readStandings(region);
    return c.html(<AboutPage site={site} words={wordsIn(site.locale)} standings={standings} />);
  });
  return app;
}

/** What the sheet rests on; when each state was last heard is not in it. */
function saidOf({ standings, due }: Comparison) {
  return {
    due,
    standings: standings.map(({ member, program, freshness, release }) => ({
      ...{ member, program, freshness },
      release: release && [release.period, release.revision, release.body],
    })),
  };
}
