import {
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  localHref,
  SelectField,
  type Site,
  Table,
} from "@concord/ui";
import { messages } from "../messages.ts";
import { endedStatuses, type IncomingItem, weights } from "../model.ts";
import type { PublishedItem, ReadyItem, Recovered } from "../read-network.ts";
import { kindWord, NetworkPage, SharedStatus, type Times, titleOf } from "./network-page.tsx";
import { RestoredNotice } from "./restored-notice.tsx";

interface PublishedProps {
  readonly site: Site;
  readonly items: readonly PublishedItem[];
  readonly ready: readonly ReadyItem[];
  /** What a new item of ours may be built on. */
  readonly adopted: readonly IncomingItem[];
  readonly recovered: Recovered | undefined;
  readonly done?: "published" | "ended" | undefined;
  readonly problem?: string | undefined;
  readonly times: Times;
}

export function PublishedPage(props: PublishedProps) {
  const { site, items, ready, recovered, done, problem, times } = props;
  const t = messages.in(site.locale);
  return (
    <NetworkPage
      site={site}
      title={t("published.title")}
      lead={t("published.lead")}
      failed={Boolean(problem)}
    >
      {done && (
        <Alert kind="success" announce>
          {t(done === "published" ? "published.done" : "published.ended")}
        </Alert>
      )}
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      {recovered && <RestoredNotice site={site} recovered={recovered} times={times} />}
      <BuiltOn site={site} items={items} />
      {ready.length > 0 && <Ready {...props} />}
      <Table
        caption={t("published.title")}
        captionHidden={ready.length === 0}
        columns={[
          {
            header: t("incoming.item"),
            cell: (row) => (
              <>
                {titleOf(site, row.title)} <span class="cc-under">{kindWord(site, row.kind)}</span>
              </>
            ),
          },
          { header: t("published.revision"), numeric: true, cell: (row) => row.revision },
          {
            header: t("published.when"),
            cell: (row) => (
              <>
                {whenText(site, row, times)}
                {row.recoveredAt && (
                  <span class="cc-under">
                    {t("published.recovered", { date: times.day(row.recoveredAt) })}
                  </span>
                )}
              </>
            ),
          },
          { header: t("published.holders"), cell: (row) => <Holders site={site} row={row} /> },
          { header: t("incoming.status"), cell: (row) => <SharedStatus site={site} status={row.status} /> },
          { header: t("published.act"), cell: (row) => <EndLink site={site} row={row} /> },
        ]}
        rows={items}
        empty={
          <EmptyState
            title={t("published.none")}
            action={
              <ButtonLink href={localHref(site, "/office/trainings")}>
                {t("published.to-trainings")}
              </ButtonLink>
            }
          >
            {t("published.none-why")}
          </EmptyState>
        }
      />
    </NetworkPage>
  );
}

function whenText(site: Site, row: PublishedItem, times: Times): string {
  const first = times.day(row.publishedAt);
  if (row.revision === 1) return first;
  return `${first}, ${messages.in(site.locale)("published.revised", { date: times.day(row.revisedAt) })}`;
}

function Holders({ site, row: { item, title, holders } }: { site: Site; row: PublishedItem }) {
  const t = messages.in(site.locale);
  return (
    <div>
      {t("published.holders-count", { count: holders.length })}
      <br />
      <a
        href={localHref(site, `/office/network/published/${item}`)}
        aria-label={t("published.each-of", { title: titleOf(site, title) })}
      >
        {t("published.each")}
      </a>
    </div>
  );
}

function EndLink({ site, row }: { site: Site; row: PublishedItem }) {
  const t = messages.in(site.locale);
  if (row.status === "erased") return <>{t("published.over")}</>;
  return (
    <a
      href={localHref(site, `/office/network/published/${row.item}/end`)}
      aria-label={t("published.end", { title: titleOf(site, row.title) })}
    >
      {t("published.act")}
    </a>
  );
}

/** Whoever built on something is told when it is taken back. */
function BuiltOn({ site, items }: Pick<PublishedProps, "site" | "items">) {
  const t = messages.in(site.locale);
  return (
    <>
      {items.map(({ title, status, builtOn }) => {
        if (status !== "live" || !builtOn || !endedStatuses.includes(builtOn.status)) return null;
        const words = { title: titleOf(site, title), source: titleOf(site, builtOn.title) };
        return (
          <Alert kind="warning">
            {t("published.built-on-ended", words)} {builtOn.reason}
          </Alert>
        );
      })}
    </>
  );
}

/** Where a new item comes from, where there is anything that it could come from. */
function Origin({ site, items, adopted }: Pick<PublishedProps, "site" | "items" | "adopted">) {
  const t = messages.in(site.locale);
  const named = (rows: readonly Pick<IncomingItem, "item" | "title">[]) =>
    rows.map(({ item, title }) => ({ value: item, label: titleOf(site, title) }));
  const ended = items.filter(({ status }) => status !== "live");
  return (
    <>
      {ended.length > 0 && (
        <SelectField
          name="supersedes"
          label={t("published.supersedes")}
          hint={t("published.supersedes-hint")}
          options={named(ended)}
          placeholder={t("published.nothing-of-it")}
        />
      )}
      {adopted.length > 0 && (
        <SelectField
          name="derivedFrom"
          label={t("published.derived-from")}
          hint={t("published.derived-from-hint")}
          options={named(adopted)}
          placeholder={t("published.nothing-of-it")}
        />
      )}
    </>
  );
}

function Ready({ site, ready, items, adopted }: PublishedProps) {
  const t = messages.in(site.locale);
  const significances = weights.map((value) => ({
    value,
    label: t(`review.significance.${value}`),
  }));
  return (
    <>
      <h2>{t("published.ready")}</h2>
      <p>{t("published.ready-why")}</p>
      {ready.map(({ kind, id, title: text, revises }) => {
        const title = titleOf(site, text);
        const act = revises ? "published.revise" : "published.publish";
        return (
          <section class="cc-card">
            <h3>{title}</h3>
            <Form
              id={id}
              action={localHref(
                site,
                `/office/${kind === "toolkit" ? "toolkits" : "trainings"}/${id}/publish`,
              )}
              plain
            >
              {revises && (
                <SelectField
                  name="significance"
                  label={t("published.significance", { title })}
                  options={significances}
                  placeholder={false}
                />
              )}
              {!revises && <Origin site={site} items={items} adopted={adopted} />}
              <Button label={`${t(act)}: ${title}`}>{t(act)}</Button>
            </Form>
          </section>
        );
      })}
    </>
  );
}
