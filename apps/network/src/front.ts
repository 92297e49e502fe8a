import { hostDispatch, type Site } from "@concord/http";
import type { Instance } from "./instances/instance.ts";
import { originOf } from "./instances/place.ts";
import { withBar } from "./tour/insert-bar.ts";
import type { PageBar } from "./tour/page-bar.tsx";

/** Asked by whoever watches the process from beside it, by its number. */
const forWatchers = ["/healthz", "/readyz"];

export interface FrontParts {
  readonly port: number;
  readonly lobby: Site;
  readonly instances: readonly Instance[];
  /** Who answers in the place of an instance that is not there. */
  readonly away: (instance: Instance) => Site;
  /** Tells on each page how the tour goes on; absent where nobody plays. */
  readonly bar?: PageBar;
}

/** Sends each host to its instance; `localhost` itself is the lobby. */
export function createFront({ port, lobby, instances, away, bar }: FrontParts): Site {
  const origin = originOf("", port);
  const sites = new Map<string, Site>([
    [new URL(origin).host, lobby],
    [new URL(`http://127.0.0.1:${port}`).host, byNumber(origin, lobby)],
  ]);
  for (const instance of instances) {
    const site = withStandIn(instance, away(instance));
    const { host } = new URL(originOf(instance.code, port));
    sites.set(host, bar ? withBar(site, instance.code, bar) : site);
  }
  return hostDispatch(sites);
}

function withStandIn(instance: Instance, standIn: Site): Site {
  return {
    fetch: async (request, env) => (await instance.fetch(request, env)) ?? standIn.fetch(request, env),
  };
}

/** People are sent on: under another name the lobby's forms would be refused, as another site's are. */
function byNumber(origin: string, lobby: Site): Site {
  return {
    fetch(request, env) {
      const { pathname, search } = new URL(request.url);
      if (forWatchers.includes(pathname)) return lobby.fetch(request, env);
      const headers = { Location: origin + pathname + search, "Cache-Control": "no-store" };
      return new Response(null, { status: 307, headers });
    },
  };
}
