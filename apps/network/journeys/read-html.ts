interface TextNode {
  readonly text: string;
  /** Of the nearest element that says it. */
  readonly lang: string;
}

export interface ReadPage {
  readonly texts: readonly TextNode[];
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const lone = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** What machines wrote or read, and the title, which says the same as the page. */
const unread = new Set(["title", "script", "style", "code", "pre", "template"]);

/** The texts, links and ids of a page that our own server wrote: every element is closed, every attribute quoted. */
export function readHtml(html: string): ReadPage {
  const texts: TextNode[] = [];
  const links: string[] = [];
  const ids = new Set<string>();
  const open: { name: string; lang: string; skip: boolean }[] = [];
  const body = html
    .replace(/<!doctype[^>]*>|<!--[\s\S]*?-->/gi, "")
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
  for (const [, tag = "", said = ""] of body.matchAll(/<([^>]*)>([^<]*)/g)) {
    const [name = ""] = /^\/?[a-z0-9]+/i.exec(tag) ?? [];
    const above = open.at(-1);
    if (name.startsWith("/")) {
      while (open.length > 0 && open.pop()?.name !== name.slice(1)) {}
    } else {
      const lang = attribute(tag, "lang") ?? above?.lang ?? "";
      const id = attribute(tag, "id");
      if (id) ids.add(id);
      const href = name === "a" ? attribute(tag, "href") : undefined;
      if (href !== undefined) links.push(href);
      const skip = (above?.skip ?? false) || unread.has(name);
      if (!lone.has(name) && !tag.endsWith("/")) open.push({ name, lang, skip });
    }
    const here = open.at(-1);
    const text = decoded(said).replace(/\s+/g, " ").trim();
    if (text && here && !here.skip) texts.push({ text, lang: here.lang });
  }
  return { texts, links, ids };
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
  return text.replace(/&([a-z]+|#39);/g, (whole, name: string) => named[name] ?? whole);
}
