import type { Locale } from "@concord/runtime";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { type PageFrame, plainFrame } from "./plain-page.ts";
import { type DescribeCode, ownDetail, statusOfKind } from "./problem-details.ts";
import { acceptedLocale, messages } from "./problem-messages.ts";

const codes = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const kinds = Object.entries(statusOfKind);

export interface ProblemPageOptions {
  readonly describe?: DescribeCode;
  readonly frame?: PageFrame;
  /** The page's language; that of Accept-Language unless given. */
  readonly localeOf?: (c: Context) => Locale;
}

/** `/problems/<code>`: the page behind the `type` of problem details. Mount it at the root. */
export function problemPages(options: ProblemPageOptions = {}): Hono {
  const { describe, frame = plainFrame, localeOf = acceptedLocale } = options;
  const app = new Hono();
  app.get("/problems/:code", async (c) => {
    const code = c.req.param("code");
    if (!codes.test(code)) return c.notFound();
    const locale = localeOf(c);
    const t = messages.in(locale);
    const meaning = describe?.(code, {}, locale) ?? ownDetail(code, locale);
    const body =
      await html`${meaning ? html`<p>${t("page.intro")}</p><p><strong>${meaning}</strong></p>` : ""}
<h2>${t("page.kinds")}</h2>
<dl>${kinds.map(([kind, status]) => meaningOf(t, kind, status))}</dl>
<p>${t("page.request")}</p>`;
    if (!options.localeOf) c.header("Vary", "Accept-Language");
    return frame(c, { title: t("page.title", { code }), locale, body: body.toString() });
  });
  return app;
}

function meaningOf(t: ReturnType<typeof messages.in>, kind: string, status: number) {
  const [title, detail] = [`title.${kind}`, `detail.${kind}`];
  if (!messages.has(title) || !messages.has(detail)) return "";
  return html`<dt>${t("page.status", { status })}: ${t(title)}</dt><dd>${t(detail)}</dd>`;
}
