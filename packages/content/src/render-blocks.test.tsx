import { expect, test } from "vitest";
import type { AnyBlock } from "./block.ts";
import { blocksToText } from "./blocks-to-text.ts";
import { library } from "./library.ts";
import { renderBlocks } from "./render-blocks.tsx";
import { trialHotlines } from "./test/fixtures.ts";
import { sampleTraining } from "./test/sample-training.ts";

const options = {
  locale: "en",
  hotlines: trialHotlines,
  program: "Our program",
  assetUrl: (sha: string) => `/blobs/${sha}`,
};
const html = (blocks: readonly AnyBlock[], locale = "en") =>
  String(renderBlocks(blocks, { ...options, locale }));

test("a part of a later version is a notice, and what follows it stands", () => {
  const page = html(sampleTraining().lessons[0]?.blocks ?? []);
  expect(page).toContain("newer version");
  expect(page).toContain("Welcome to Our program.");
  expect(page).toContain('href="tel:18883737888"');
});

test("markup typed into any field is shown as typed", () => {
  const evil = { en: '"><script>alert(1)</script>' };
  const image = {
    blob: { sha256: "a".repeat(64), size: 1, type: "image/png" as const },
    alt: evil,
    caption: evil,
  };
  const page = html([
    { id: "h", type: "heading", level: 1, text: evil },
    { id: "i", type: "image", ...image },
    { id: "c", type: "checklist", title: evil, items: [{ id: "x", text: evil }] },
    { id: "k", type: "contacts", contacts: [{ id: "x", label: evil, phone: '"><script>' }] },
    { id: "s", type: "scenario", situation: evil, ask: evil, answer: evil },
    { id: "<script>", type: "<script>" },
  ]);
  expect(page).not.toMatch(/<script/);
  expect(page.match(/&lt;script/g)?.length).toBeGreaterThan(7);
});

test("a text without the page's language says which language it is in", () => {
  expect(html([{ id: "p", type: "markdown", markdown: { en: "Hello" } }], "es")).toContain('<div lang="en">');
});

test("a titled part skips no level, whether or not a heading came before it", () => {
  const list = {
    id: "c",
    type: "checklist",
    title: { en: "Look" },
    items: [{ id: "x", text: { en: "A door" } }],
  };
  const heading = { id: "h", type: "heading", level: 1, text: { en: "Signs" } };
  expect(html([list])).toContain("<h2>Look</h2>");
  expect(html([heading, list])).toContain("<h3>Look</h3>");
  expect(html([list, heading])).toContain("<h2>Look</h2>");
});

test("a hotline that the data lacks is never guessed", () => {
  expect(html([{ id: "h", type: "hotline", hotline: "unknown" }])).toContain("Ask your program office");
});

test("a video has its captions by language and a transcript, and does not start by itself", () => {
  const blob = <T extends string>(type: T) => ({ sha256: "b".repeat(64), size: 1, type });
  const page = html([
    {
      id: "v",
      type: "video",
      title: { en: "A talk" },
      blob: blob("video/mp4"),
      seconds: 9,
      captions: { en: blob("text/vtt"), es: blob("text/vtt") },
      transcript: { en: "What is said" },
    },
  ]);
  expect(page.match(/<track kind="captions"/g)).toHaveLength(2);
  expect(page).toContain("What is said");
  expect(page).not.toContain("autoplay");
});

test("every authored lesson renders in both languages, with pictures by address and no third party", async () => {
  for (const item of await library()) {
    if (item.kind !== "training") continue;
    for (const { blocks } of item.body.lessons)
      for (const locale of ["en", "es"]) {
        const page = html(blocks, locale);
        expect(page).not.toMatch(/\{\{|undefined|\[object/);
        expect(page).not.toMatch(/src="(?!\/blobs\/[0-9a-f]{64}")/);
        const text = blocksToText(blocks, { ...options, locale });
        expect(text).not.toMatch(/\{\{|\*\*|<\/?[a-z]/);
        expect(text.length).toBeGreaterThan(200);
      }
  }
});
