import type { Locale } from "@concord/runtime";
import type { Context } from "hono";
import { html, raw } from "hono/html";

/** The markup of a page that this package writes, for a site to put into its own frame. Both parts are escaped. */
export interface FramedPage {
  readonly title: string;
  readonly locale: Locale;
  readonly body: string;
  readonly head?: string;
}

/** Renders a page as the site's others are, with its navigation and its help. */
export type PageFrame = (c: Context, page: FramedPage) => Response | Promise<Response>;

/** A bare page for moments when no site is there to render one: no styles, no scripts, nothing to load. */
export async function plainPage(
  locale: Locale,
  title: string,
  body: unknown,
  head: unknown = "",
): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
  return page.toString();
}

export const plainFrame: PageFrame = async (c, { locale, title, body, head = "" }) =>
  c.html(await plainPage(locale, title, raw(body), raw(head)));
