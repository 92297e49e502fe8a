import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import type { Browser, Page } from "playwright-core";
import type { AnswersRequests } from "../local-site.ts";
import type { Seen } from "../visitor.ts";

interface Site {
  readonly app: AnswersRequests;
  readonly origin: string;
}

export interface Showcase {
  /** The page as it came, `width` pixels wide, in the one window of that width: the next call shows another page in it. */
  show(seen: Seen, width: number): Promise<Page>;
  close(): Promise<void>;
}

/** Shows in a browser what a visitor saw, with the styles and scripts that the same site answers, read once. */
export async function openShowcase(browser: Browser, site: Site): Promise<Showcase> {
  let shown: Seen | undefined;
  const server = await serveNode({
    fetch(request) {
      const { pathname, search } = new URL(request.url);
      if (shown && pathname + search === shown.path) {
        const { bytes, status, headers } = shown;
        return new Response(bytes, { status, headers });
      }
      return site.app.fetch(new Request(site.origin + pathname + search));
    },
    port: 0,
    log: createLogger({ level: "fatal" }),
  });
  const windows = new Map<number, Page>();
  const windowOf = async (width: number) => {
    const open = windows.get(width) ?? (await browser.newPage({ viewport: { width, height: 900 } }));
    windows.set(width, open);
    return open;
  };
  return {
    async show(seen, width) {
      const page = await windowOf(width);
      shown = seen;
      await page.goto(`http://127.0.0.1:${server.port}${seen.path}`);
      return page;
    },
    async close() {
      await Promise.all([...windows.values()].map((page) => page.close()));
      await server.close();
    },
  };
}
