import type { Figures } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { figuresCsv } from "./figures-csv.ts";
import { messages } from "./messages.ts";
import { month as monthInput, monthsBack } from "./model.ts";
import { readSentences } from "./press-sentences.ts";
import { previewFigures, thisMonth } from "./preview-figures.ts";
import { publishFigures } from "./publish-figures.ts";
import { listFigures, listHistory, readFigures } from "./read-releases.ts";
import { OfficeFiguresPage } from "./views/office-figures.tsx";
import { PublicFiguresPage } from "./views/public-figures.tsx";

const monthsOffered = 25;
const file = "/:file{20[0-9]{2}-[0-9]{2}[.]csv}";

/** The figures: for the office before they are signed, for anybody after. */
export function statisticsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/figures", (c) => showOffice(c, chosen(c.req.query("month"))));
  app.post("/office/figures/publish", async (c) => {
    const { values } = await readForm(c);
    const month = typeof values.month === "string" ? values.month : "";
    const done = await attempt(c, [messages], () => publishFigures(c.get("context"), { month }));
    if (!done.ok) return showOffice(c, chosen(month), Object.values(done.errors)[0], done.status);
    return c.redirect(localHref(c.get("site"), `/office/figures?month=${month}&done=published`), 303);
  });
  app.get(`/office/figures${file}`, async (c) => {
    const month = c.req.param("file").slice(0, 7);
    const { figures } = await previewFigures(c.get("context"), { month });
    return sendCsv(c, figures);
  });
  app.get("/figures", showPublic);
  app.get(`/figures${file}`, async (c) => {
    const { body } = await readFigures(c.get("context"), { month: c.req.param("file").slice(0, 7) });
    return sendCsv(c, body);
  });
  return app;
}

async function showOffice(
  c: PortalContext,
  wanted: string | undefined,
  problem?: string,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const now = thisMonth(context);
  const month = wanted !== undefined && wanted <= now ? wanted : now;
  const [sentences, preview, history] = await Promise.all([
    readSentences(context, {}),
    previewFigures(context, { month }),
    listHistory(context, {}),
  ]);
  const months = monthsBack(now, monthsOffered);
  return c.html(
    <OfficeFiguresPage
      site={c.get("site")}
      sentences={sentences}
      months={months.includes(month) ? months : [...months, month]}
      month={month}
      running={month === now}
      figures={preview.figures}
      counts={preview.counts}
      counties={new Map(context.tenant.profile.counties.map(({ fips, name }) => [fips, name]))}
      releases={preview.earlier.length}
      history={history}
      problem={problem}
    />,
    status,
  );
}

async function showPublic(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { releases } = await listFigures(context, { limit: 100 });
  const wanted = c.req.query("month");
  const release = wanted === undefined ? releases[0] : releases.find(({ month }) => month === wanted);
  if (wanted !== undefined && !release) throw new DomainError("statistics.not-found", "not-found");
  const months = releases.map(({ month }) => month);
  return c.html(<PublicFiguresPage site={c.get("site")} release={release} months={months} />);
}

function chosen(month: string | undefined): string | undefined {
  return monthInput.safeParse(month).data;
}

function sendCsv(c: PortalContext, figures: Figures): Response {
  const { locale, tenant } = c.get("context");
  return c.body(figuresCsv(figures, locale), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="figures-${tenant.code}-${figures.period}.csv"`,
  });
}
