import { Button, ButtonLink, Form, Hero, localHref, Page, type Site } from "@concord/ui";
import { TourBar } from "../../tour/views/tour-bar.tsx";
import { messages } from "../messages.ts";
import { canBegin, type LobbyView } from "../view-data.ts";
import { Events } from "./events.tsx";
import { Facts } from "./facts.tsx";
import { LobbyHead } from "./lobby-head.tsx";
import { NetworkMap } from "./network-map.tsx";
import { Roster } from "./roster.tsx";
import { SignIns, WaysIn } from "./ways-in.tsx";

export function LobbyPage({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("lobby.name")} width="full" head={<LobbyHead />}>
      {view.tour && <TourBar site={site} view={view} tour={view.tour} />}
      <Hero
        title={t("lobby.title", { count: view.states.length })}
        lead={t("lobby.lead")}
        actions={<TourButton site={site} view={view} />}
        aside={<NetworkMap site={site} view={view} />}
      />
      <Roster site={site} view={view} />
      <Events site={site} view={view} />
      <WaysIn site={site} view={view} />
      <SignIns site={site} view={view} />
      <Facts site={site} view={view} />
    </Page>
  );
}

/** Begins the tour at once where that is possible, else leads to the page that says what it waits for. */
function TourButton({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  if (view.tour)
    return (
      <ButtonLink href={localHref(site, "/tour")}>
        {t(Object.keys(view.tour.seen).length > 0 ? "lobby.tour-go-on" : "lobby.tour-begin")}
      </ButtonLink>
    );
  if (!view.deps.tour || !canBegin(view))
    return <ButtonLink href={localHref(site, "/tour")}>{t("lobby.tour")}</ButtonLink>;
  return (
    <Form action={localHref(site, "/tour/begin")} plain>
      <Button>{t("lobby.tour-begin")}</Button>
    </Form>
  );
}
