import { type Text, textIn } from "@concord/content";
import type { FeedEvent, OwnFeed, PeerStatus } from "@concord/peer";
import { Alert, Button, ButtonLink, EmptyState, Form, localHref, type Site, Timeline } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Expiry } from "../model.ts";
import type { Recovered } from "../read-network.ts";
import type { LateHere, Owed } from "../read-problems.ts";
import { kindWord, NetworkPage, type Times } from "./network-page.tsx";
import { PeersTable } from "./peers-table.tsx";
import { RestoredNotice } from "./restored-notice.tsx";
import { Urgent } from "./urgent.tsx";

interface OverviewProps {
  readonly site: Site;
  readonly peers: readonly PeerStatus[];
  readonly silent: readonly PeerStatus[];
  readonly owed: readonly Owed[];
  readonly delayed: readonly LateHere[];
  readonly own: OwnFeed;
  readonly expiries: readonly Expiry[];
  readonly events: readonly FeedEvent[];
  readonly titles: ReadonlyMap<string, Text>;
  readonly waiting: number;
  readonly asked: boolean;
  readonly recovered: Recovered | undefined;
  readonly ownCode: string;
  /** In a network of its own. */
  readonly alone: boolean;
  readonly times: Times;
}

export function OverviewPage(props: OverviewProps) {
  const { site, peers, asked, recovered } = props;
  const t = messages.in(site.locale);
  return (
    <NetworkPage
      site={site}
      title={t("network.title")}
      lead={t("network.lead")}
      actions={
        <Form action={localHref(site, "/office/network/sync")} plain>
          <Button>{t("network.ask")}</Button>
        </Form>
      }
    >
      {asked && (
        <Alert kind="success" announce>
          {t("network.asked")}
        </Alert>
      )}
      {recovered && <RestoredNotice site={site} recovered={recovered} times={props.times} link />}
      <Urgent {...props} />
      {props.alone ? (
        <ToJoin site={site} />
      ) : (
        <PeersTable site={site} peers={peers} silent={props.silent} times={props.times} />
      )}
      {props.events.length > 0 && <Events {...props} />}
    </NetworkPage>
  );
}

/** Until it has joined, an office shares with nobody. */
function ToJoin({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  const href = localHref(site, "/office/network/join");
  return (
    <EmptyState
      title={t("network.not-joined")}
      action={<ButtonLink href={href}>{t("network.join")}</ButtonLink>}
    >
      {t("network.not-joined-why")}
    </EmptyState>
  );
}

function Events({ site, events, titles, ownCode }: OverviewProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("events.title")}</h2>
      <Timeline
        time
        items={events.map(({ op, feed, feedName, item, kind, revision, at }) => ({
          at,
          heading: t(`events.${op}`, {
            who: feed === ownCode ? t("events.us") : feedName,
            kind: kindWord(site, kind).toLocaleLowerCase(site.locale),
            item: nameOf(site, item, titles),
            revision,
          }),
        }))}
      />
    </>
  );
}

/** An item's title in quotes, the month of figures, or else why it has no name here. */
function nameOf(site: Site, item: string, titles: ReadonlyMap<string, Text>): string {
  const t = messages.in(site.locale);
  const title = titles.get(item);
  if (title && Object.keys(title).length === 0) return t("events.erased");
  if (title) return t("events.named", { title: textIn(title, site.locale) });
  const [, month] = /\.figures-(\d{4}-\d{2})$/.exec(item) ?? [];
  if (!month) return t("events.unnamed");
  const format = new Intl.DateTimeFormat(site.locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return t("kind.figures-of", { month: format.format(new Date(`${month}-15T12:00:00Z`)) });
}
