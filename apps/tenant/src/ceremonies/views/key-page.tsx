import { fingerprint } from "@concord/stewardship";
import {
  Alert,
  ButtonLink,
  DescriptionList,
  EmptyState,
  localHref,
  PageHeading,
  type Site,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { KeyView } from "../read-key.ts";
import { NewKeySection } from "./new-key-section.tsx";
import { RestoreSection, type RestoreSectionProps } from "./restore-section.tsx";
import { StolenSection } from "./stolen-section.tsx";

export interface KeyPageProps {
  readonly site: Site;
  readonly view: KeyView;
  /** Why the last step was not taken. */
  readonly problem?: string | undefined;
  readonly restored?: RestoreSectionProps["restored"];
}

/** The key that an office signs with, and what to do when it is to be another. */
export function KeyPage({ site, view, problem, restored }: KeyPageProps) {
  const t = messages.in(site.locale);
  // What is to be done now comes first.
  const stopped = view.feed.halted?.source === "office";
  return (
    <OfficePage site={site} title={t("key.title")} failed={problem !== undefined}>
      <PageHeading
        title={t("key.title")}
        lead={t("key.lead")}
        over={<a href={localHref(site, "/office/network")}>{t("join.network")}</a>}
      />
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      {view.alone ? (
        <EmptyState
          title={t("key.alone")}
          action={<ButtonLink href={localHref(site, "/office/network/join")}>{t("join.title")}</ButtonLink>}
        >
          {t("key.alone-why")}
        </EmptyState>
      ) : (
        <>
          <Present site={site} view={view} />
          {stopped && <StolenSection site={site} view={view} />}
          <NewKeySection site={site} view={view} />
          {!stopped && <StolenSection site={site} view={view} />}
          <RestoreSection site={site} view={view} restored={restored} />
          <h2>{t("leave.title")}</h2>
          <p>{t("leave.why")}</p>
          <p>{t("leave.how")}</p>
        </>
      )}
    </OfficePage>
  );
}

function Present({ site, view }: { site: Site; view: KeyView }) {
  const t = messages.in(site.locale);
  const { feed, kid } = view;
  return (
    <DescriptionList
      items={[
        { term: t("ourselves.print"), detail: <code>{fingerprint(kid)}</code> },
        { term: t("key.entries"), detail: t("key.entries-value", { count: feed.size }) },
        {
          term: t("key.signing"),
          detail: t(
            feed.halted
              ? "key.signing-no"
              : feed.epoch === undefined
                ? "key.signing-unnamed"
                : "key.signing-yes",
          ),
        },
      ]}
    />
  );
}
