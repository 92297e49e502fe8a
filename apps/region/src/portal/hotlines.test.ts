import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readHotlines } from "./hotlines.ts";

const ofStates = z.object({
  hotlines: z.array(
    z.object({
      name: z.object({ en: z.string(), es: z.string() }),
      phone: z.string().optional(),
      sms: z.string().optional(),
      tty: z.string().optional(),
      chatUrl: z.string().optional(),
      lastVerified: z.string().optional(),
    }),
  ),
});

test("the region gives the numbers that the states give", () => {
  const file = join(import.meta.dirname, "../../../tenant/profiles/hotlines.yaml");
  const { hotlines } = ofStates.parse(parse(readFileSync(file, "utf8")));
  for (const { name, phone, text, tty, chatHref, lastVerified } of readHotlines()) {
    const theirs = hotlines.find((line) => line.name.en === name.en);
    const { sms, chatUrl, ...rest } = theirs ?? {};
    expect({ ...rest, text: sms, chatHref: chatUrl }).toEqual({
      ...{ name, phone, text, chatHref },
      ...(tty ? { tty } : {}),
      ...(lastVerified ? { lastVerified } : {}),
    });
  }
});

test("nobody is said to have checked a line where no check is recorded", () => {
  expect(readHotlines().map(({ lastVerified }) => lastVerified)).toEqual([undefined, undefined]);
});
