import { type ReadPage, readHtml } from "./read-html.ts";
import type { TrialNetwork } from "./trial-network.ts";

export interface Visited {
  readonly url: URL;
  readonly from: string;
  readonly status: number;
  /** Undefined for files. */
  readonly html?: string;
  readonly page?: ReadPage;
}

/** Pages of one kind differ in their data alone, so a few of each are enough. */
const ofEachKind = 3;
const atOnce = 4;

/** Follows every link between the sites (hosts with port) from the given pages on, as whoever the cookies belong to. */
export async function crawl(
  network: TrialNetwork,
  sites: ReadonlySet<string>,
  starts: readonly string[],
  cookies: string,
): Promise<Visited[]> {
  const visited = new Map<string, Visited>();
  const seen = new Map<string, number>();
  const waiting: { url: URL; from: string }[] = [];
  const add = (address: URL, from: string) => {
    const url = new URL(address);
    url.hash = "";
    if (!sites.has(url.host) || visited.has(url.href) || waiting.some((one) => one.url.href === url.href))
      return;
    const kind = kindOf(url);
    const count = seen.get(kind) ?? 0;
    if (count >= ofEachKind) return;
    seen.set(kind, count + 1);
    waiting.push({ url, from });
  };
  for (const start of starts) add(new URL(start), "the start");
  while (waiting.length > 0) {
    const batch = waiting.splice(0, atOnce);
    for (const one of await Promise.all(batch.map((next) => visit(network, next, cookies)))) {
      visited.set(one.url.href, one);
      for (const link of one.page?.links ?? [])
        if (URL.canParse(link, one.url)) add(new URL(link, one.url), one.url.href);
      const twin = spanishOf(one.url);
      if (one.page && twin) add(twin, one.url.href);
    }
  }
  return [...visited.values()];
}

async function visit(
  network: TrialNetwork,
  { url, from }: { url: URL; from: string },
  cookies: string,
): Promise<Visited> {
  const answer = await network.fetch(url.href, {
    headers: { accept: "text/html,*/*", ...(cookies ? { cookie: cookies } : {}) },
    redirect: "manual",
  });
  const text = await answer.text();
  const target = answer.headers.get("location");
  if (target) {
    const page = { texts: [], links: [target], ids: new Set<string>() };
    return { url, from, status: answer.status, page };
  }
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  return { url, from, status: answer.status, ...(isPage ? { html: text, page: readHtml(text) } : {}) };
}

/** The address without what tells two records apart. */
export function kindOf(url: URL): string {
  const path = url.pathname.replace(
    /[a-z]{3}_[0-9a-f]{20,}|[0-9a-f]{64}|[\w-]{43}|\d{4}-\d{2}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g,
    ":",
  );
  return `${url.hostname}${path}?${[...url.searchParams.keys()].sort()}`;
}

/** The same page in Spanish; undefined where it is that already. */
export function spanishOf(url: URL): URL | undefined {
  if (url.pathname === "/es" || url.pathname.startsWith("/es/") || url.pathname.startsWith("/api/"))
    return undefined;
  if (/\.[a-z0-9]+$/.test(url.pathname)) return undefined;
  return new URL(`/es${url.pathname === "/" ? "/" : url.pathname}${url.search}`, url);
}
