import { localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";

/** Stands where something is on its way: a link for everybody, which the lobby's script follows by itself. */
export function LookAgain({ site }: { site: Site }) {
  return (
    <a href={localHref(site, site.path)} data-look-again>
      {messages.in(site.locale)("lobby.look-again")}
    </a>
  );
}
