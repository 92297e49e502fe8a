import { expect, test } from "vitest";
import type { Source } from "./ports.ts";
import { readAhead } from "./read-ahead.ts";

const texts = ["a", "b", "c", "d", "e"];
const nothing = async () => ({ ok: false as const, reason: "unreachable" as const });

/** Gives two entries a page and remembers what it was asked for. */
function sourceOf(fails: (after: number) => boolean = () => false) {
  const asked: string[] = [];
  const source: Source = {
    ...{ code: "us-aa", root: nothing, registry: nothing, checkpoint: nothing },
    async entries(feed, { epoch, after, limit }) {
      asked.push(`${feed} ${epoch} ${after} ${limit}`);
      if (fails(after)) throw new Error("broken");
      return { ok: true, value: { entries: texts.slice(after, after + Math.min(2, limit)), bodies: {} } };
    },
  };
  return { source: readAhead(source, texts.length), asked };
}

test("each page is asked for once, one ahead, and none beyond the end", async () => {
  const { source, asked } = sourceOf();
  const pages: string[] = [];
  for (const after of [0, 2, 4]) {
    const page = await source.entries("us-aa", { epoch: 1, after, limit: 5 - after });
    if (page.ok) pages.push(page.value.entries.join(""));
    expect(asked).toHaveLength(Math.min(pages.length + 1, 3));
  }
  expect(pages).toEqual(["ab", "cd", "e"]);
  expect(asked).toEqual(["us-aa 1 0 5", "us-aa 1 2 3", "us-aa 1 4 1"]);
});

test("what was read ahead is let go where something else is asked for", async () => {
  const { source, asked } = sourceOf();
  await source.entries("us-aa", { epoch: 1, after: 0, limit: 5 });
  await source.entries("us-aa", { epoch: 2, after: 2, limit: 3 });
  await source.entries("us-aa", { epoch: 2, after: 0, limit: 5 });
  expect(asked).toEqual([
    "us-aa 1 0 5",
    "us-aa 1 2 3",
    "us-aa 2 2 3",
    "us-aa 2 4 1",
    "us-aa 2 0 5",
    "us-aa 2 2 3",
  ]);
});

test("a failure ahead counts only for whoever comes to it", async () => {
  const { source } = sourceOf((after) => after === 2);
  expect(await source.entries("us-aa", { epoch: 1, after: 0, limit: 5 })).toMatchObject({ ok: true });
  await expect(source.entries("us-aa", { epoch: 1, after: 2, limit: 3 })).rejects.toThrow("broken");
});
