import { type Site, StateMap } from "@concord/ui";
import { messages } from "../messages.ts";
import { instanceHref } from "../site.ts";
import type { LobbyView } from "../view-data.ts";

/** The network's states, each with the size of its public directory. */
export function NetworkMap({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const { states, look, deps } = view;
  return (
    <div class="cl-map">
      <StateMap
        id="network"
        level={2}
        title={t("lobby.map-title")}
        description={t("lobby.map-desc")}
        valueLabel={t("lobby.members")}
        // One class for all: the map says who and where, and ranks nobody.
        limits={[0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]}
        notes={[t("lobby.map-note")]}
        areas={states.map(({ code, name, profile, status }) => ({
          fips: profile.jurisdiction.fips,
          value: look.members.get(code),
          label: name,
          short: code.toUpperCase(),
          ...(status.phase === "ready" ? { href: instanceHref(deps.config.port, code, site.locale) } : {}),
          emblem: `/emblems/${code}.svg`,
        }))}
      />
    </div>
  );
}
