import { type AnyBlock, type Block, isKnownBlock } from "./block.ts";
import { expandToText, hotlineName, type TokenData } from "./hotline.ts";
import { readText, type Text } from "./localized.ts";
import { markdownToText } from "./markdown.ts";
import { messages } from "./messages.ts";

export interface PrintOptions extends TokenData {
  readonly locale: string;
}

/** Blocks as plain text for print and e-mail, a blank line between them. */
export function blocksToText(blocks: readonly AnyBlock[], options: PrintOptions): string {
  const t = messages.in(options.locale);
  return blocks
    .map((block) => (isKnownBlock(block) ? partToText(block, options) : [`[${t("render.unsupported")}]`]))
    .map((lines) => lines.filter((line) => line !== "").join("\n"))
    .join("\n\n");
}

function partToText(block: Block, options: PrintOptions): string[] {
  const t = messages.in(options.locale);
  const words = (value: Text | undefined) => (value === undefined ? "" : wordsToText(value, options));
  const prose = (value: Text) => proseToText(value, options);
  switch (block.type) {
    case "heading":
      return [words(block.text)];
    case "markdown":
      return [prose(block.markdown)];
    case "callout":
      return [words(block.title) || t(`render.tone.${block.tone}`), prose(block.markdown)];
    case "image":
      return [`[${t("render.picture", { alt: words(block.alt) })}]`, words(block.caption)];
    case "video":
      return [words(block.title), prose(block.transcript)];
    case "checklist":
      return [words(block.title), ...block.items.map(({ text }) => `[ ] ${words(text)}`)];
    case "entries":
      return [
        words(block.title),
        ...block.entries.map(({ term, detail }) => `${words(term)}: ${prose(detail)}`),
      ];
    case "scenario":
      return [prose(block.situation), words(block.ask), prose(block.answer)];
    case "hotline":
      return [hotlineToText(block.hotline, options), words(block.note)];
    case "contacts":
      return [words(block.title), ...block.contacts.map((contact) => contactToText(contact, options))];
    case "question":
      return [words(block.question.prompt), ...block.question.options.map(({ text }) => `- ${words(text)}`)];
  }
}

function contactToText(
  contact: Extract<Block, { type: "contacts" }>["contacts"][number],
  options: PrintOptions,
) {
  const { phone, email, url, note } = contact;
  const ways = [phone, email, url].filter((way) => way !== undefined).join(", ");
  const more = note === undefined ? "" : ` ${wordsToText(note, options)}`;
  return `${wordsToText(contact.label, options)}: ${ways}${more}`;
}

function hotlineToText(id: string, options: PrintOptions): string {
  const t = messages.in(options.locale);
  const hotline = options.hotlines.find((one) => one.id === id);
  if (hotline === undefined) return t("render.hotline-missing");
  const text = hotline.sms === undefined ? [] : [t("render.text-to", { number: hotline.sms })];
  return [hotlineName(hotline, options.locale), hotline.phone, ...text]
    .filter((way) => way !== undefined)
    .join(" · ");
}

function wordsToText(value: Text, options: PrintOptions): string {
  const { text, language } = readText(value, options.locale);
  return expandToText(text, options, language);
}

function proseToText(value: Text, options: PrintOptions): string {
  const { text, language } = readText(value, options.locale);
  return markdownToText(text, { ...options, locale: language });
}
