import type { FeedPosition, FeedStore } from "./ports.ts";

/**
 * The same store, which keeps rows while those after them are verified. Until the feed should be there up to `size`
 * it says where it will stand; whatever else is asked of it waits, and hears of a failure. `settled` waits too.
 */
export function storeBehind(store: FeedStore, size: number): FeedStore & { settled(): Promise<void> } {
  let storing = Promise.resolve();
  let expected: FeedPosition | undefined;
  const settled = async () => {
    expected = undefined;
    await storing;
  };
  return {
    ...store,
    settled,
    async position() {
      if (expected && expected.appendedThrough < size) return expected;
      await settled();
      expected = await store.position();
      return expected;
    },
    async append(rows) {
      await storing;
      storing = store.append(rows);
      // Whoever comes next hears of it.
      storing.catch(() => undefined);
      const last = rows.at(-1);
      if (!expected || !last) return;
      const { appendedThrough } = expected;
      expected = { ...expected, appendedThrough: appendedThrough + rows.length, head: last.sha256 };
    },
    async entryAt(seq) {
      await storing;
      return await store.entryAt(seq);
    },
    async cutBack(cut) {
      await settled();
      await store.cutBack(cut);
    },
  };
}
