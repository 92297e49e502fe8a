import createMarkdownIt, { type MarkdownIt, type StateInline, type Token } from "markdown-it";
import { expandTokens, type TokenData } from "./hotline.ts";

declare module "markdown-it" {
  interface Env {
    options?: MarkdownOptions;
  }
}

export interface MarkdownOptions extends TokenData {
  readonly locale: string;
}

/** Stateless: what differs by page travels in `env.options`. */
const parser = createParser();

const allowedLink = /^(?:https:\/\/[^/\s@]+(?:[/?#]|$)|mailto:[^\s]+@|#[\w-]+$)/i;

/** A link target that content may carry: an https address without credentials, a mail address, a place in the page. */
export function isAllowedLink(href: string): boolean {
  return allowedLink.test(href);
}

/**
 * Markdown (CommonMark without raw HTML, headings, images, code blocks and autolinks) as safe HTML. Hotlines come
 * from tokens; links other than `isAllowedLink` stay as text. Nesting is bounded, so hostile input stays cheap.
 */
export function markdownToHtml(source: string, options: MarkdownOptions): string {
  return parser.render(source, { options });
}

/** The same Markdown as plain text for print: lists with dashes, link targets in parentheses. */
export function markdownToText(source: string, options: MarkdownOptions): string {
  const out: string[] = [];
  const hrefs: string[] = [];
  for (const block of parser.parse(source, { options })) {
    if (block.type === "list_item_open") out.push("- ");
    if (block.type === "paragraph_close") out.push("\n");
    if (block.nesting === -1 && block.level === 0) out.push("\n");
    for (const token of block.children ?? []) {
      if (token.type === "link_open") hrefs.push(String(token.attrGet("href") ?? ""));
      const isLocal = token.type === "link_close" && /^(?:#|tel:)/.test(hrefs.at(-1) ?? "");
      if (token.type === "link_close") out.push(isLocal ? "" : ` (${hrefs.at(-1)})`);
      if (token.type === "link_close") hrefs.pop();
      if (token.type === "softbreak" || token.type === "hardbreak") out.push("\n");
      out.push(token.content);
    }
  }
  return out
    .join("")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function createParser(): MarkdownIt {
  const markdown = createMarkdownIt("default", {
    html: false,
    linkify: false,
    typographer: false,
    maxNesting: 20,
  });
  markdown.disable([
    "image",
    "html_block",
    "html_inline",
    "autolink",
    "heading",
    "lheading",
    "fence",
    "code",
    "table",
  ]);
  markdown.validateLink = isAllowedLink;
  markdown.inline.ruler.before("link", "concord-token", (state, silent) => {
    const [token] = /^\{\{[a-z][a-z0-9:.-]*\}\}/.exec(state.src.slice(state.pos, state.pos + 120)) ?? [];
    if (token === undefined) return false;
    if (!silent) pushToken(state, token);
    state.pos += token.length;
    return true;
  });
  markdown.core.ruler.after("inline", "concord-empty-link", ({ tokens }) => {
    for (const block of tokens) block.children = block.children && withoutEmptyLinks(block.children);
  });
  markdown.renderer.rules.link_open = (tokens, index, rendering, _env, self) => {
    const token = tokens[index];
    if (/^https:/i.test(String(token?.attrGet("href"))))
      token?.attrSet("rel", "noopener noreferrer external");
    return self.renderToken(tokens, index, rendering);
  };
  return markdown;
}

/** `[x]()` has no target for `validateLink` to judge: its text stays, without the link. Links do not nest. */
function withoutEmptyLinks(tokens: readonly Token[]): Token[] {
  let empty = false;
  return tokens.filter((token) => {
    if (token.type === "link_open") empty = !token.attrGet("href");
    return !(empty && (token.type === "link_open" || token.type === "link_close"));
  });
}

function pushToken(state: StateInline, token: string): void {
  const { options } = state.env;
  if (options === undefined) return;
  for (const part of expandTokens(token, options, options.locale)) {
    // A link inside a link is no HTML: there the number stays text.
    const href = state.linkLevel > 0 ? undefined : part.href;
    if (href !== undefined) state.push("link_open", "a", 1).attrSet("href", href);
    state.push("text", "", 0).content = part.text;
    if (href !== undefined) state.push("link_close", "a", -1);
  }
}
