import { limits } from "../limits.ts";
import type { EntriesPage, Fetched, Source } from "./ports.ts";

interface Asked {
  readonly feed: string;
  readonly epoch: number;
  readonly after: number;
}

/** The same source, which is asked for the page after one that came while that one is verified and stored. */
export function readAhead(source: Source, size: number): Source {
  let ahead: (Asked & { readonly page: Promise<Fetched<EntriesPage>> }) | undefined;
  const ask = (asked: Asked, limit: number) =>
    source.entries(asked.feed, { epoch: asked.epoch, after: asked.after, limit });
  return {
    ...source,
    async entries(feed, { epoch, after, limit }) {
      const taken =
        ahead?.feed === feed && ahead.epoch === epoch && ahead.after === after ? ahead : undefined;
      ahead = undefined;
      const fetched = await (taken?.page ?? ask({ feed, epoch, after }, limit));
      const next = { feed, epoch, after: after + (fetched.ok ? fetched.value.entries.length : 0) };
      if (next.after > after && next.after < size) {
        const page = ask(next, Math.min(limits.pageEntries, size - next.after));
        // Where nobody comes back for it, its failure is nobody's.
        page.catch(() => undefined);
        ahead = { ...next, page };
      }
      return fetched;
    },
  };
}
