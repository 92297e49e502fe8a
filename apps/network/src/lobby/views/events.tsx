import { EmptyState, Section, type Site, Timeline } from "@concord/ui";
import type { NetworkEvent } from "../look-at-network.ts";
import { messages } from "../messages.ts";
import { monthText } from "../month-text.ts";
import type { LobbyView } from "../view-data.ts";

/** What the states did that the others can see. */
export function Events({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  const { events } = view.look;
  return (
    <Section title={t("lobby.events")} tone="paper">
      {events.length === 0 ? (
        <EmptyState title={t("lobby.events-none")} level={3}>
          <p>{t("lobby.events-none-body")}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t("lobby.events-lead")}</p>
          <Timeline
            items={events.map((event) => ({ at: new Date(event.at), heading: sentence(site, view, event) }))}
            time
          />
        </>
      )}
    </Section>
  );
}

function sentence(
  site: Site,
  { states }: LobbyView,
  { code, deed, title = {}, period, from }: NetworkEvent,
): string {
  const t = messages.in(site.locale);
  const nameOf = (one: string) => states.find((state) => state.code === one)?.name ?? one;
  const key = deed === "adopted" && from ? "lobby.event.adopted-from" : (`lobby.event.${deed}` as const);
  return t(key, {
    state: nameOf(code),
    title: title[site.locale] ?? title.en ?? "",
    from: from ? nameOf(from) : "",
    month: period ? monthText(period, site.locale) : "",
  });
}
