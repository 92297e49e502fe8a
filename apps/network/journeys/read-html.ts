interface TextNode {
  readonly text: string;
  /** Of the nearest element that says it. */
  readonly lang: string;
}

export interface ReadPage {
  /** What people see or hear: texts, the title, and what stands for a picture or a field. */
  readonly texts: readonly TextNode[];
  /** Where it leads: links, forms that ask, and everything it is drawn with. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const lone = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** What machines wrote or read, and what is there to be changed. */
const unread = new Set(["script", "style", "code", "pre", "template", "textarea"]);
const spoken = ["alt", "aria-label", "aria-description", "placeholder", "title"];
const leading: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  link: ["href"],
  img: ["src"],
  script: ["src"],
  source: ["src"],
  iframe: ["src"],
  form: ["action"],
};

/** The texts, links and ids of a page that our own server wrote: every element is closed, every attribute quoted. */
export function readHtml(html: string): ReadPage {
  const texts: TextNode[] = [];
  const links: string[] = [];
  const ids = new Set<string>();
  const open: { name: string; lang: string; skip: boolean }[] = [];
  const body = html
    .replace(/<!doctype[^>]*>|<!--[\s\S]*?-->/gi, "")
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, "$1</$2>");
  for (const [, tag = "", said = ""] of body.matchAll(/<([^>]*)>([^<]*)/g)) {
    const [name = ""] = /^\/?[a-z0-9]+/i.exec(tag) ?? [];
    const above = open.at(-1);
    if (name.startsWith("/")) {
      while (open.length > 0 && open.pop()?.name !== name.slice(1)) {}
    } else {
      const lang = attribute(tag, "lang") ?? above?.lang ?? "";
      const id = attribute(tag, "id");
      if (id) ids.add(id);
      links.push(...leadsTo(name, tag));
      for (const one of spoken) {
        const text = bare(attribute(tag, one) ?? "");
        if (text) texts.push({ text, lang });
      }
      const skip = (above?.skip ?? false) || unread.has(name);
      if (!lone.has(name) && !tag.endsWith("/")) open.push({ name, lang, skip });
    }
    const here = open.at(-1);
    const text = bare(decoded(said));
    if (text && here && !here.skip) texts.push({ text, lang: here.lang });
  }
  return { texts, links, ids };
}

/** A form that posts is not followed: it changes something. */
function leadsTo(name: string, tag: string): string[] {
  if (name === "form" && attribute(tag, "method")?.toLowerCase() === "post") return [];
  const found = (leading[name] ?? []).flatMap((one) => attribute(tag, one) ?? []);
  return found.filter((address) => !address.startsWith("data:"));
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function bare(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function decoded(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
  return text.replace(/&([a-z]+|#39);/g, (whole, name: string) => named[name] ?? whole);
}
