import { raw } from "hono/html";
import { expandTokens } from "./hotline.ts";
import { readText, type Text } from "./localized.ts";
import { markdownToHtml } from "./markdown.ts";
import type { RenderOptions } from "./render-options.ts";

/** Plain text with its tokens filled in; a text that lacks the page's language says which one it is in. */
export function Words({ value, options }: { value: Text; options: RenderOptions }) {
  const { text, language } = readText(value, options.locale);
  const parts = expandTokens(text, options, language).map(({ text: shown, href }) =>
    href === undefined ? shown : <a href={href}>{shown}</a>,
  );
  return language === options.locale ? <>{parts}</> : <span lang={language}>{parts}</span>;
}

/** Markdown as the strict renderer leaves it. */
export function Prose({ value, options }: { value: Text; options: RenderOptions }) {
  const { text, language } = readText(value, options.locale);
  const html = raw(markdownToHtml(text, { ...options, locale: language }));
  return language === options.locale ? <div>{html}</div> : <div lang={language}>{html}</div>;
}

export function Title({ level, value, options }: { level: number; value: Text; options: RenderOptions }) {
  const Tag = level <= 2 ? "h2" : level === 3 ? "h3" : level === 4 ? "h4" : "h5";
  return (
    <Tag>
      <Words value={value} options={options} />
    </Tag>
  );
}

/** Authored text as plain words, for titles, labels and whatever else holds no links; no number breaks at its hyphens. */
export function wordsIn(value: Text, options: RenderOptions): string {
  const { text, language } = readText(value, options.locale);
  return expandTokens(text, options, language)
    .map(({ text: shown, href }) => (href === undefined ? shown : shown.replaceAll("-", "\u2011")))
    .join("");
}
