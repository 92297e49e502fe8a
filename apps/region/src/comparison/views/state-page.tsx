import {
  Alert,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Figures,
  LineChart,
  localHref,
  PageHeading,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import type { Release } from "../../releases/index.ts";
import { rateOf } from "../datasets.ts";
import { messages } from "../messages.ts";
import type { State } from "../read-state.ts";
import { differenceOf, rateSource } from "../words.ts";
import { noonOf, Program, SignedSource, type ViewProps } from "./parts.tsx";
import { Definitions } from "./state-definitions.tsx";
import { Months, Parts } from "./state-months.tsx";

export type StateProps = ViewProps & { state: State };

/** One state: its newest month, every month before it, and what its figures mean. */
export function StatePage(props: StateProps) {
  const { site, words, state } = props;
  const t = messages.in(site.locale);
  const { standing } = state;
  const { release } = standing;
  const place = words.place(standing);
  const lead = (
    <>
      <Program site={site} standing={standing} />.{" "}
      {release
        ? t("state.lead", { month: words.month(release.period), day: words.day(release.asOf) })
        : t("state.no-release")}
    </>
  );
  return (
    <RegionPage
      site={site}
      title={place}
      width="wide"
      breadcrumb={[
        { href: localHref(site, "/"), label: t("state.back") },
        { href: localHref(site, `/states/${standing.member}`), label: place, current: true },
      ]}
    >
      <PageHeading
        over={t("state.over")}
        title={place}
        lead={lead}
        actions={
          <ButtonLink href={standing.baseUrl} look="outline">
            {t("state.visit")}
          </ButtonLink>
        }
      />
      <Cautions {...props} />
      {release ? (
        <Published {...props} release={release} />
      ) : (
        <EmptyState title={t("home.empty")}>
          <p>{t("home.empty-body")}</p>
        </EmptyState>
      )}
    </RegionPage>
  );
}

function Cautions({ site, words, state: { standing } }: StateProps) {
  const t = messages.in(site.locale);
  const difference = differenceOf(standing, site.locale);
  return (
    <>
      {standing.freshness === "late" && (
        <Alert kind="warning" heading={t("state.late")}>
          {words.reasons(standing).map((reason) => (
            <p>{reason}</p>
          ))}
        </Alert>
      )}
      {difference && (
        <Alert heading={t("state.difference", { place: words.place(standing) })}>
          <p>{difference}</p>
        </Alert>
      )}
    </>
  );
}

function Published(props: StateProps & { release: Release }) {
  const { site } = props;
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("state.now")}</h2>
      <Newest {...props} />
      <Growth {...props} />
      <Parts {...props} />
      <Months {...props} />
      <Definitions {...props} />
    </>
  );
}

function Newest({ site, words, state: { standing }, release }: StateProps & { release: Release }) {
  const t = messages.in(site.locale);
  const { membership } = release.body;
  const rate = rateOf(standing);
  const { reached, of } = membership.counties;
  return (
    <>
      <Figures
        items={[
          { label: t("metric.members"), value: words.number(membership.active) },
          ...(rate === undefined
            ? []
            : [
                {
                  label: t("col.rate"),
                  value: words.rate(rate),
                  note: rateSource(site.locale),
                },
              ]),
          { label: t("metric.employees"), value: words.number(membership.employees) },
          {
            label: t("metric.counties"),
            value: t("counties-of", { reached: words.number(reached), of: words.number(of) }),
          },
        ]}
      />
      <DescriptionList
        items={(["joined", "renewed", "lapsed", "revoked"] as const).map((metric) => ({
          term: t(`metric.${metric}`),
          detail: words.number(membership[metric]),
        }))}
      />
      <p class="cc-chart__note">{t("state.register", { day: words.day(release.asOf) })}</p>
      <p class="cc-chart__note">{t("note.establishment")}</p>
    </>
  );
}

function Growth({ site, words, state: { standing, releases }, release }: StateProps & { release: Release }) {
  const t = messages.in(site.locale);
  const months = releases.toReversed();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  return (
    <LineChart
      id="state-growth"
      level={2}
      title={t("state.growth")}
      description={t("state.growth-is", {
        from: words.month(first.period),
        to: words.month(last.period),
        first: words.number(first.body.membership.active),
        last: words.number(last.body.membership.active),
      })}
      periods={months.map(({ period }) => words.shortMonth(period))}
      series={[{ label: words.place(standing), values: months.map(({ body }) => body.membership.active) }]}
      format={words.number}
      asOf={noonOf(release.asOf)}
      source={<SignedSource {...{ site, words, standing, release }} />}
      notes={[t("state.growth-from", { month: words.month(first.period) })]}
    />
  );
}
