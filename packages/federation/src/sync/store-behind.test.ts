import { expect, test } from "vitest";
import { genesis } from "../hash.ts";
import type { ChainRow, FeedStore } from "./ports.ts";
import { storeBehind } from "./store-behind.ts";

const rowOf = (seq: number) =>
  ({ sha256: `${seq}`, text: `${seq}`, skipped: { seq } }) as unknown as ChainRow;

/** A store whose appends end when they are told to. */
function slowStore() {
  const rows: ChainRow[] = [];
  const waiting: PromiseWithResolvers<void>[] = [];
  const store = {
    position: async () => ({
      ...{ verifiedThrough: 0, appendedThrough: rows.length, quarantined: false },
      head: rows.at(-1)?.sha256 ?? genesis,
    }),
    entryAt: async (seq: number) => rows[seq - 1],
    async append(fresh: readonly ChainRow[]) {
      const done = Promise.withResolvers<void>();
      waiting.push(done);
      await done.promise;
      rows.push(...fresh);
    },
    cutBack: async ({ through }: { through: number }) => void rows.splice(through),
  } as unknown as FeedStore;
  return { store, waiting, rows };
}

test("rows are stored while the next are verified, one append at a time, and the end is what the store says", async () => {
  const { store, waiting, rows } = slowStore();
  const behind = storeBehind(store, 3);
  expect(await behind.position()).toMatchObject({ appendedThrough: 0, head: genesis });
  await behind.append([rowOf(1), rowOf(2)]);
  expect(await behind.position()).toMatchObject({ appendedThrough: 2, head: "2" });
  expect(rows).toEqual([]);
  const second = behind.append([rowOf(3)]);
  const entry = behind.entryAt(2);
  waiting[0]?.resolve();
  await second;
  expect(await entry).toMatchObject({ text: "2" });
  expect(waiting).toHaveLength(2);
  const end = behind.position();
  waiting[1]?.resolve();
  expect(await end).toMatchObject({ appendedThrough: 3, head: "3" });
});

test("where another pull was faster, the end is not where it was expected", async () => {
  const { store } = slowStore();
  const behind = storeBehind({ ...store, append: async () => {} }, 2);
  await behind.position();
  await behind.append([rowOf(1), rowOf(2)]);
  expect(await behind.position()).toMatchObject({ appendedThrough: 0 });
});

test.each(["append", "entryAt", "position", "settled"] as const)(
  "%s hears that the rows before could not be stored",
  async (next) => {
    const { store } = slowStore();
    const failing = async () => Promise.reject(new Error("disk full"));
    const behind = storeBehind({ ...store, append: failing }, 1);
    await behind.position();
    await behind.append([rowOf(1)]);
    const calls = {
      append: () => behind.append([rowOf(2)]),
      entryAt: () => behind.entryAt(1),
      position: () => behind.position(),
      settled: () => behind.settled(),
    };
    await expect(calls[next]()).rejects.toThrow("disk full");
  },
);

test("nothing is cut before what is on its way is stored", async () => {
  const { store, waiting, rows } = slowStore();
  const behind = storeBehind(store, 9);
  await behind.position();
  await behind.append([rowOf(1), rowOf(2)]);
  const cut = behind.cutBack({ through: 1, head: "1" });
  waiting[0]?.resolve();
  await cut;
  expect(rows).toHaveLength(1);
  expect(await behind.position()).toMatchObject({ appendedThrough: 1 });
});
