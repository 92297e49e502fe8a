import type { Fault } from "./faults.ts";

const file = "emblem.svg";
const maxBytes = 16_384;

const elements = new Set(
  "svg g path circle ellipse rect line polyline polygon title desc defs clipPath mask use linearGradient radialGradient stop".split(
    " ",
  ),
);
const attributes =
  /^(?:xmlns|viewBox|width|height|role|aria-[a-z]+|id|d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|transform|fill|fill-rule|fill-opacity|clip-rule|clip-path|mask|stroke|stroke-(?:width|linecap|linejoin|dasharray|dashoffset|miterlimit|opacity)|opacity|offset|stop-color|stop-opacity|gradientUnits|gradientTransform|clipPathUnits|maskUnits|href)$/;

/** Text without markup, a comment, or a tag whose attributes all stand in double quotes: nothing else may occur. */
const piece =
  /[^<>&]+|<!--(?!-?>)(?:(?!--)[\s\S])*-->|<\/[a-zA-Z]+\s*>|<(?<name>[a-zA-Z]+)(?<body>(?:\s+[a-zA-Z][\w:-]*="[^"<>&]*")*)\s*\/?>/y;

/** An emblem is served and inlined, so only drawing may be in it: an allow-list of elements and attributes. */
export function emblemFaults(svg: string): Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, problem: string, mend: string) => faults.push({ file, path, problem, mend });
  if (Buffer.byteLength(svg) > maxBytes) add("", `is larger than ${maxBytes} bytes`, "simplify the drawing");
  if (!/^\s*(?:<!--[\s\S]*?-->\s*)?<svg\b/.test(svg))
    add("", "does not start with <svg", "save it as plain SVG");
  if (!isSquare(svg)) add("/svg/viewBox", "has no square viewBox", 'add for instance viewBox="0 0 64 64"');
  const { tags, strangeAt } = readTags(svg);
  if (strangeAt !== undefined) {
    const line = svg.slice(0, strangeAt).split("\n").length;
    const mend =
      'keep to comments and tags with attributes in double quotes, as in <path d="…" fill="#123456"/>';
    faults.push({ file, path: "", line, problem: "holds something other than plain shapes", mend });
  }
  for (const { name, body } of tags) {
    if (!elements.has(name)) {
      add(
        `/${name}`,
        `<${name}> is not a drawing element`,
        "remove it; shapes, groups and gradients are enough",
      );
    }
    for (const [, key = "", value = ""] of body.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      const problem = attributeProblem(key, value);
      if (problem) add(`/${name}/${key}`, problem, "remove it, or use a fill, a stroke or a #reference");
    }
  }
  return faults;
}

interface Tag {
  readonly name: string;
  readonly body: string;
}

/** Every opening tag, and where the first thing stands that is no known piece. */
function readTags(svg: string): { tags: Tag[]; strangeAt: number | undefined } {
  const tags: Tag[] = [];
  let strangeAt: number | undefined;
  let at = 0;
  while (at < svg.length) {
    piece.lastIndex = at;
    const found = piece.exec(svg);
    if (found?.groups?.name) tags.push({ name: found.groups.name, body: found.groups.body ?? "" });
    if (!found) strangeAt ??= at;
    const next = svg.indexOf("<", at + 1);
    at = found ? piece.lastIndex : next < 0 ? svg.length : next;
  }
  return { tags, strangeAt };
}

function attributeProblem(name: string, value: string): string | undefined {
  if (!attributes.test(name)) return `the attribute ${name} is not allowed`;
  if (name === "xmlns")
    return value === "http://www.w3.org/2000/svg" ? undefined : "is not the SVG namespace";
  if (name === "href" && !value.startsWith("#")) return "refers to something outside the emblem";
  if (/url\(\s*(?!#)/i.test(value) || /[a-z]+:\/\//i.test(value))
    return "refers to something outside the emblem";
  return undefined;
}

function isSquare(svg: string): boolean {
  const [, width, height] = /<svg\b[^>]*\bviewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? [];
  return width !== undefined && width === height;
}
