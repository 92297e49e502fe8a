import type { Locale } from "@concord/runtime";
import { html } from "hono/html";

/** A bare page for moments when no site is there to render one: no styles, no scripts, nothing to load. */
export async function plainPage(locale: Locale, title: string, body: unknown): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
  return page.toString();
}
