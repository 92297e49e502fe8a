import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hotline } from "@concord/ui";
import { parse } from "yaml";
import { z } from "zod";

const text = z.object({ en: z.string(), es: z.string() });
const schema = z.object({
  hotlines: z
    .array(
      z.object({
        name: text,
        note: text,
        phone: z.string(),
        text: z.string().optional(),
        tty: z.string().optional(),
        chatHref: z.url().optional(),
        lastVerified: z.iso.date().optional(),
      }),
    )
    .min(1),
});

type Lines = z.infer<typeof schema>["hotlines"];

const file = join(import.meta.dirname, "../../data/hotlines.yaml");

export function readHotlines(): Lines {
  return schema.parse(parse(readFileSync(file, "utf8"))).hotlines;
}

/** The first one stands on every page. */
export function hotlinesIn(lines: Lines, locale: string): Hotline[] {
  const read = (value: { en: string; es: string }) => (locale === "es" ? value.es : value.en);
  return lines.map(({ name, note, phone, text: sms, tty, chatHref, lastVerified }) => ({
    name: read(name),
    note: read(note),
    phone,
    ...(sms && { text: sms }),
    ...(tty && { tty }),
    ...(chatHref && { chatHref }),
    ...(lastVerified && { lastVerified }),
  }));
}
