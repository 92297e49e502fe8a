import type { Translate } from "@concord/runtime";
import { createContext, type PropsWithChildren, useContext } from "hono/jsx";
import { type ChromeKey, messages } from "../messages.ts";
import type { Site } from "./site.ts";

const SiteContext = createContext<Site | undefined>(undefined);

/** Gives components their site. Page does it; a fragment rendered without a Page needs it. */
export function SiteScope({ site, children }: PropsWithChildren<{ site: Site }>) {
  return <SiteContext.Provider value={site}>{children}</SiteContext.Provider>;
}

export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error("this component needs a Page or a SiteScope around it");
  return site;
}

export function useChrome(): Translate<ChromeKey> {
  return messages.in(useSite().locale);
}
