import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "@concord/http";
import type { PageBar } from "./page-bar.tsx";

/** No instance has a page there, and their policy lets a page take style from its own host alone. */
const stylesheet = "/_tour/bar.css";

/** An instance's site with the tour's bar on each of its pages, while a tour is on and only then. */
export function withBar(site: Site, code: string, bar: PageBar): Site {
  const styles = readFileSync(join(import.meta.dirname, "bar.css"), "utf8");
  return {
    async fetch(request, env) {
      const { pathname } = new URL(request.url);
      if (pathname === stylesheet) return styleAnswer(styles);
      if (request.method === "HEAD" || !(await bar.isOn())) return site.fetch(request, env);
      askWhole(request.headers);
      const response = await site.fetch(request, env);
      return isPage(response) ? inserted(response, request, code, bar) : response;
    },
  };
}

function styleAnswer(styles: string): Response {
  const headers = {
    "Content-Type": "text/css; charset=utf-8",
    "Cache-Control": "public, max-age=300",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(styles, { headers });
}

/** Plain text is what can be written into, and a page kept from before the tour has no bar. */
function askWhole(headers: Headers): void {
  headers.set("accept-encoding", "identity");
  if (!headers.get("accept")?.includes("text/html")) return;
  headers.delete("if-none-match");
  headers.delete("if-modified-since");
}

function isPage({ headers, body }: Response): boolean {
  return (
    body !== null &&
    (headers.get("content-type") ?? "").startsWith("text/html") &&
    !headers.has("content-encoding") &&
    !headers.get("content-disposition")?.startsWith("attachment")
  );
}

async function inserted(response: Response, request: Request, code: string, bar: PageBar): Promise<Response> {
  const html = await response.text();
  const { pathname } = new URL(request.url);
  const markup = await bar.markup({
    code,
    method: request.method,
    path: pathname.replace(/^\/es(?=\/|$)/, "") || "/",
    status: response.status,
    locale: localeOf(html, pathname),
  });
  const page = markup === undefined ? html : placed(html, markup);
  const headers = new Headers(response.headers);
  headers.set("content-length", String(Buffer.byteLength(page)));
  headers.set("cache-control", "no-store");
  headers.delete("etag");
  headers.delete("last-modified");
  return new Response(page, { status: response.status, headers });
}

function localeOf(html: string, pathname: string): string {
  const [, lang] = /<html[^>]*\slang="([a-z]{2})/i.exec(html) ?? [];
  return (lang ?? pathname.slice(1, 3)) === "es" ? "es" : "en";
}

/** After the first stop of the keyboard, or where the page begins; a page that is neither stays as it is. */
function placed(html: string, markup: string): string {
  const place = /<a class="usa-skipnav"[^>]*>[^<]*<\/a>/.exec(html) ?? /<body[^>]*>/i.exec(html);
  if (!place) return html;
  const at = place.index + place[0].length;
  const link = `<link rel="stylesheet" href="${stylesheet}"/>`;
  const head = html.indexOf("</head>");
  return head < 0
    ? html.slice(0, at) + link + markup + html.slice(at)
    : html.slice(0, head) + link + html.slice(head, at) + markup + html.slice(at);
}
