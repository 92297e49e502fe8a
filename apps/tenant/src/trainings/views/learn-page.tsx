import {
  Alert,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  localHref,
  PageHeading,
  type Site,
  StatusTag,
  Table,
} from "@concord/ui";
import type { Certificate } from "../../credentials/index.ts";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { TakenTraining } from "../model.ts";
import { whenText } from "../session-mail.ts";
import type { MyRegistration } from "../session-model.ts";
import { dayText, spoken } from "./words.ts";

interface LearnProps {
  readonly site: Site;
  readonly taken: readonly TakenTraining[];
  readonly sessions: readonly MyRegistration[];
  readonly certificates: readonly Certificate[];
  /** Finished under their address before it was proved, and counted by a license of theirs. */
  readonly unclaimed: number;
  /** Whether they have a license in their list: without one nothing carries credit. */
  readonly licensed: boolean;
  readonly timeZone: string;
}

/** A learner's first page: what is open, what is done, and the wallet of certificates. */
export function LearnPage(props: LearnProps) {
  const { site, taken, sessions, certificates, unclaimed, licensed, timeZone } = props;
  const t = messages.in(site.locale);
  const open = taken.filter(({ enrollment }) => enrollment.completedAt === null);
  const done = taken.filter(({ enrollment }) => enrollment.completedAt !== null);
  return (
    <LearnerPage site={site} title={t("learn.title")}>
      <PageHeading title={t("learn.title")} lead={t("learn.lead")} />
      {unclaimed > 0 && (
        <Alert>
          {t("learn.unclaimed", { count: unclaimed })}{" "}
          <a href={localHref(site, "/learn/licenses")}>{t("learn.unclaimed-link")}</a>
        </Alert>
      )}
      {taken.length === 0 && (
        <EmptyState
          title={t("learn.none")}
          action={<ButtonLink href={localHref(site, "/trainings")}>{t("learn.find")}</ButtonLink>}
        >
          <p>{t("learn.none-body")}</p>
        </EmptyState>
      )}
      {open.length > 0 && <h2>{t("learn.open")}</h2>}
      <TakenCards site={site} taken={open} timeZone={timeZone} />
      {sessions.length > 0 && <SessionsTable site={site} sessions={sessions} timeZone={timeZone} />}
      <h2>{t("learn.certificates")}</h2>
      {!licensed && (
        <p>
          {t("learn.no-license")} <a href={localHref(site, "/learn/licenses")}>{t("learn.add-license")}</a>
        </p>
      )}
      {certificates.length === 0 ? (
        <p>{t("learn.certificates-none")}</p>
      ) : (
        <Wallet site={site} certificates={certificates} timeZone={timeZone} />
      )}
      {done.length > 0 && <h2>{t("learn.done")}</h2>}
      <TakenCards site={site} taken={done} timeZone={timeZone} />
    </LearnerPage>
  );
}

/** Trainings somebody began, each with the way on. */
export function TakenCards({
  site,
  taken,
  timeZone,
}: {
  site: Site;
  taken: readonly TakenTraining[];
  timeZone: string;
}) {
  const t = messages.in(site.locale);
  if (taken.length === 0) return null;
  return (
    <CardList columns={2}>
      {taken.map(({ enrollment, training }) => {
        const { startedAt, completedAt } = enrollment;
        const title = spoken(training.title, site.locale);
        return (
          <Card
            title={title.text}
            {...(title.lang ? { lang: title.lang } : {})}
            href={localHref(site, `/learn/${enrollment.id}`)}
            meta={
              completedAt
                ? t("learn.finished", { date: dayText(completedAt, site.locale, timeZone) })
                : t("learn.started", { date: dayText(startedAt, site.locale, timeZone) })
            }
          />
        );
      })}
    </CardList>
  );
}

function SessionsTable({ site, sessions, timeZone }: Pick<LearnProps, "site" | "sessions" | "timeZone">) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("learn.sessions")}</h2>
      <Table
        caption={t("learn.sessions")}
        captionHidden
        rows={sessions}
        columns={[
          {
            header: t("learn.sessions"),
            cell: ({ session }) => {
              const { text, lang } = spoken(session.title, site.locale);
              return (
                <a href={localHref(site, `/trainings/sessions/${session.id}`)} lang={lang}>
                  {text}
                </a>
              );
            },
          },
          { header: t("session.when"), cell: ({ session }) => whenText(session, site.locale, timeZone) },
          {
            header: t("sessions.status"),
            cell: ({ registration, session }) => (
              <StatusTag
                status={session.cancelledAt ? "stopped" : registration.attendedAt ? "good" : "waiting"}
              >
                {t(
                  session.cancelledAt
                    ? "sessions.called-off"
                    : registration.attendedAt
                      ? "learn.session-attended"
                      : "learn.session-registered",
                )}
              </StatusTag>
            ),
          },
        ]}
      />
    </>
  );
}

function Wallet({ site, certificates, timeZone }: Pick<LearnProps, "site" | "certificates" | "timeZone">) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("learn.certificates")}
      captionHidden
      rows={certificates}
      columns={[
        { header: t("learn.certificate"), cell: (one) => <span lang={one.locale}>{titleOf(one)}</span> },
        { header: t("learn.day"), cell: (one) => dayText(one.issuedAt, site.locale, timeZone) },
        { header: t("learn.credit"), cell: (one) => creditText(one, site.locale) },
        { header: t("learn.code"), cell: (one) => <code class="cc-whole">{one.code}</code> },
        {
          header: t("learn.download"),
          // What does not hold is not printed anew.
          cell: (one) =>
            one.status === "valid" ? (
              <a
                href={`/certificates/${one.id}.pdf`}
                aria-label={t("learn.download-of", { title: titleOf(one) })}
              >
                {t("learn.download")}
              </a>
            ) : (
              t("learn.download-not")
            ),
        },
      ]}
    />
  );
}

function titleOf({ facts }: Certificate): string {
  return facts.kind === "completion" ? facts.title : facts.certificateTitle;
}

function creditText({ facts, status }: Certificate, locale: string): string {
  const t = messages.in(locale);
  if (status !== "valid") return t("learn.credit-taken-back");
  const { credit, earnedBefore } = facts.kind === "completion" ? facts : {};
  if (!credit) return t(earnedBefore ? "learn.credit-before" : "learn.credit-none");
  return t("learn.credit-hours", { hours: credit.contactHours, board: credit.boardName });
}
