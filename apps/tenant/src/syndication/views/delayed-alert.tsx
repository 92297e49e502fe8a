import type { PeerStatus } from "@concord/peer";
import { Alert, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { LateHere } from "../read-problems.ts";
import { type Times, titleOf } from "./network-page.tsx";

interface DelayedProps {
  readonly site: Site;
  readonly peers: readonly PeerStatus[];
  readonly one: LateHere;
  readonly times: Times;
}

/** A recall or erasure that has not had all its effect here, in the words in which officers are told of it. */
export function DelayedAlert({ site, peers, one, times }: DelayedProps) {
  const t = messages.in(site.locale);
  const about = {
    // What is not another member's is our own.
    name: peers.find(({ code }) => code === one.feed)?.name ?? site.title,
    title: titleOf(site, one.title),
    since: times.moment(one.since),
  };
  return (
    <Alert kind="warning" heading={t("problems.delayed")}>
      {one.why === "held" ? (
        <>
          {t("alert.delayed.held", { ...about, op: one.op })} {t("alert.delayed.held-do", about)}
        </>
      ) : (
        <>
          {t("alert.delayed.files", about)} {t("alert.delayed.files-do")}
        </>
      )}
    </Alert>
  );
}
