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
import type { PublishedItem, ReadyItem } from "../read-network.ts";
import { ItemStatus, kindWord, NetworkPage, type Times, titleOf } from "./network-page.tsx";

interface PublishedProps {
  readonly site: Site;
  readonly items: readonly PublishedItem[];
  readonly ready: readonly ReadyItem[];
  readonly done?: "published" | "ended" | undefined;
  readonly problem?: string | undefined;
  readonly times: Times;
}

export function PublishedPage({ site, items, ready, done, problem, times }: PublishedProps) {
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
      {ready.length > 0 && <Ready site={site} ready={ready} />}
      <Table
        caption={t("published.title")}
        captionHidden={ready.length === 0}
        columns={[
          {
            header: t("incoming.item"),
            cell: (row) => (
              <>
                {titleOf(site, row.title)} <span class="usa-hint">{kindWord(site, row.kind)}</span>
              </>
            ),
          },
          { header: t("published.revision"), numeric: true, cell: (row) => row.revision },
          { header: t("published.when"), cell: (row) => whenText(site, row, times) },
          { header: t("published.holders"), cell: (row) => holdersText(site, row) },
          { header: t("incoming.status"), cell: (row) => <ItemStatus site={site} status={row.status} /> },
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

function holdersText(site: Site, { holders }: PublishedItem): string {
  if (holders.length === 0) return messages.in(site.locale)("published.no-holders");
  return new Intl.ListFormat(site.locale).format(holders.map(({ name }) => name));
}

function EndLink({ site, row }: { site: Site; row: PublishedItem }) {
  const t = messages.in(site.locale);
  if (row.status === "erased") return null;
  return (
    <a
      href={localHref(site, `/office/network/published/${row.item}/end`)}
      aria-label={t("published.end", { title: titleOf(site, row.title) })}
    >
      {t("published.act")}
    </a>
  );
}

function Ready({ site, ready }: Pick<PublishedProps, "site" | "ready">) {
  const t = messages.in(site.locale);
  const weights = (["minor", "major", "safety"] as const).map((value) => ({
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
                  options={weights}
                  placeholder={false}
                />
              )}
              <Button label={`${t(act)}: ${title}`}>{t(act)}</Button>
            </Form>
          </section>
        );
      })}
    </>
  );
}
