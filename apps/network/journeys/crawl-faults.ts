import { topics } from "../src/trial/session-topics.ts";
import { spanishOf, type Visited } from "./crawl.ts";
import { allowedTexts, englishMessages, readsAsWords } from "./english-only.ts";

/** A session that was held in Spanish is certified by its Spanish title, on English pages too. */
const heldInSpanish = new Set<string>(topics.map(({ es }) => es));

/** All that is wrong with what a crawl found. */
export async function faultsOf(visited: readonly Visited[]): Promise<string[]> {
  const faults = [
    ...visited.flatMap(faultsOfOne),
    ...visited.flatMap(({ url, page }) => lostFragments(url, page?.links ?? [], visited)),
    ...(await remnants(visited)),
  ];
  return [...new Set(faults)];
}

/** What is wrong with one answer by itself. */
function faultsOfOne({ url, from, status, html, page }: Visited): string[] {
  // Who is not signed in is asked to, with the way there.
  if (status === 401 && page?.links.some((link) => /\/sign-in/.test(link))) return [];
  if (status >= 400) return [`${status} ${url.href} linked from ${from}`];
  if (html === undefined || !page) return [];
  const faults: string[] = [];
  if (!/Demonstration\. |Demostración\. /.test(html)) faults.push(`no demonstration notice on ${url.href}`);
  for (const { text } of page.texts) {
    const key =
      /^[a-z][a-z-]+(\.[a-z][a-z0-9-]+)+$/.test(text) &&
      !/\.(example|localhost|gov|org|com|csv|pdf|ics)$/.test(text);
    if (key || /\{[a-z]+[,}]|\[object |\bundefined\b|\bNaN\b/.test(text)) {
      faults.push(`“${text}” on ${url.href}`);
    }
  }
  return faults;
}

/** Links to a place of a page that is not there. */
function lostFragments(url: URL, links: readonly string[], visited: readonly Visited[]): string[] {
  return links.flatMap((link) => {
    const target = URL.canParse(link, url) ? new URL(link, url) : undefined;
    if (!target || target.hash.length < 2) return [];
    const id = decodeURIComponent(target.hash.slice(1));
    target.hash = "";
    const page = visited.find((one) => one.url.href === target.href)?.page;
    return page && page.ids.size > 0 && !page.ids.has(id) ? [`#${id} is not on ${target.href}`] : [];
  });
}

/** English on Spanish pages: whole messages, and words that stand the same in both languages without saying so. */
async function remnants(visited: readonly Visited[]): Promise<string[]> {
  const [messages, allowed] = await Promise.all([englishMessages(), allowedTexts()]);
  const at = new Map(visited.map((one) => [one.url.href, one.page]));
  return visited.flatMap(({ url, page }) => {
    const twin = spanishOf(url);
    const spanish = twin && at.get(twin.href);
    if (!page || !spanish) return [];
    const english = new Set(page.texts.map(({ text }) => text));
    return spanish.texts
      .filter(
        ({ text, lang }) =>
          lang !== "en" && (messages.has(text) || (english.has(text) && readsAsWords(text))),
      )
      .filter(({ text }) => !heldInSpanish.has(text) && !allowed.some((one) => one.test(text)))
      .map(({ text }) => `English “${text}” on ${twin.href}`);
  });
}
