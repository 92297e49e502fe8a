import { localHref, type Site, StatusTag } from "@concord/ui";
import type { Release } from "../../releases/index.ts";
import type { Dataset } from "../contract.ts";
import { messages } from "../messages.ts";
import type { Freshness, Standing } from "../model.ts";
import { differenceOf, programName, type Words } from "../words.ts";

/** What every view of the figures is given. */
export interface ViewProps {
  readonly site: Site;
  readonly words: Words;
}

/** Links to what a chart or table shows, for a spreadsheet and for a program. */
export function DataLinks({ site, dataset }: { site: Site; dataset: Dataset }) {
  const t = messages.in(site.locale);
  const href = (format: string) => `/api/v1/${dataset}?format=${format}&lang=${site.locale}`;
  const name = t(`data.${dataset}`);
  return (
    <>
      {t("data.same")}{" "}
      <a href={href("csv")} aria-label={`${t("data.csv")}: ${name}`}>
        {t("data.csv")}
      </a>
      {", "}
      <a href={href("json")} aria-label={`${t("data.json")}: ${name}`}>
        {t("data.json")}
      </a>
    </>
  );
}

const looks = { current: "good", late: "attention", none: "waiting" } as const;

export function FreshnessTag({ site, freshness }: { site: Site; freshness: Freshness }) {
  return <StatusTag status={looks[freshness]}>{messages.in(site.locale)(`fresh.${freshness}`)}</StatusTag>;
}

export function stateHref(site: Site, { member }: Standing): string {
  return localHref(site, `/states/${member}`);
}

/** A program's name, marked where it is not in the page's language. */
export function Program({ site, standing }: Pick<ViewProps, "site"> & { standing: Standing }) {
  const { text, language } = programName(standing, site.locale);
  return <span lang={language === site.locale ? undefined : language}>{text}</span>;
}

/** Whose signed figures these are, and of which month. */
export function SignedSource({ site, words, standing, release }: ViewProps & SignedBy) {
  const { revision, period } = release;
  return (
    <>
      <Program site={site} standing={standing} />,{" "}
      {messages.in(site.locale)("state.source", { month: words.month(period), revision })}
    </>
  );
}

interface SignedBy {
  readonly standing: Standing;
  readonly release: Release;
}

/** A state's name, whether it is late, and how its counting differs: what must stand beside its figures. */
export function StateName({ site, words, standing }: ViewProps & { standing: Standing }) {
  const difference = differenceOf(standing, site.locale);
  return (
    <>
      <a href={stateHref(site, standing)}>{words.place(standing)}</a>
      {standing.freshness !== "current" && (
        <>
          {" "}
          <FreshnessTag site={site} freshness={standing.freshness} />
        </>
      )}
      {difference && <small class="region-note">{difference}</small>}
    </>
  );
}

/** Beside a bar of a state that is late: after which month nothing came, or since when nothing was heard. */
export function lateNote({ site, words }: ViewProps, standing: Standing): { note?: string } {
  const { freshness, release, reasons, contact } = standing;
  if (freshness !== "late" || !release) return {};
  const silent = reasons.includes("unreachable") && contact.lastHeardAt;
  const why = reasons.includes("month-missing") ? "month" : silent ? "silent" : "other";
  return {
    note: messages.in(site.locale)("members.late-note", {
      why,
      month: words.month(release.period),
      heard: silent ? words.moment(silent) : "",
    }),
  };
}

/** How states count members differently, each in its own words, below a chart that has no room for it. */
export function Differences({ site, words, standings }: ViewProps & { standings: readonly Standing[] }) {
  return (
    <>
      {standings.map((standing) => {
        const difference = differenceOf(standing, site.locale);
        return difference && <p class="cc-chart__note">{`${words.place(standing)}: ${difference}`}</p>;
      })}
    </>
  );
}

/** Noon, so that no time zone of a reader's server moves the day. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
