import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CopyField,
  EmptyState,
  Form,
  type FormErrors,
  localHref,
  PageHeading,
  type Site,
  StatusTag,
  Table,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { LiveSession, Registration } from "../session-model.ts";
import { SessionFacts } from "./session-page.tsx";
import { spoken } from "./words.ts";

interface OfficeSessionProps {
  readonly site: Site;
  readonly session: LiveSession;
  readonly registrations: readonly Registration[];
  readonly timeZone: string;
  readonly errors?: FormErrors;
}

/** One session as the office runs it: the code to show, who registered, who came. */
export function OfficeSessionPage(props: OfficeSessionProps) {
  const { site, session, registrations, timeZone, errors = {} } = props;
  const t = messages.in(site.locale);
  const path = localHref(site, `/office/sessions/${session.id}`);
  const { attendanceCode: code } = session;
  return (
    <OfficePage site={site} title={spoken(session.title, site.locale).text}>
      <PageHeading title={spoken(session.title, site.locale).text} over={t(`session.${session.kind}`)} />
      <Done
        site={site}
        words={{
          planned: t("sessions.done.planned"),
          changed: t("sessions.done.changed"),
          cancelled: t("sessions.done.cancelled"),
        }}
      />
      {errors.form && (
        <Alert kind="error" announce>
          {errors.form}
        </Alert>
      )}
      {session.cancelledAt && <Alert kind="error">{t("session.cancelled")}</Alert>}
      <SessionFacts site={site} session={session} timeZone={timeZone} />
      {!session.cancelledAt && (
        <>
          {session.joinUrl && (
            <p>
              {t("sessions.room")}: <a href={session.joinUrl}>{session.joinUrl}</a>
            </p>
          )}
          <p>{t("sessions.code-lead")}</p>
          <CopyField
            id="attendance-code"
            label={t("sessions.code")}
            value={`${code.slice(0, 3)} ${code.slice(3)}`}
          />
          <Actions>
            <ButtonLink href={`${path}/edit`} look="outline">
              {t("sessions.edit")}
            </ButtonLink>
          </Actions>
        </>
      )}
      <People site={site} registrations={registrations} />
      {!session.cancelledAt && (
        <>
          <h2>{t("sessions.cancel")}</h2>
          <p>{t("sessions.cancel-lead")}</p>
          <Form action={`${path}/cancel`} plain>
            <Button look="danger">{t("sessions.cancel")}</Button>
          </Form>
        </>
      )}
    </OfficePage>
  );
}

function People({ site, registrations }: Pick<OfficeSessionProps, "site" | "registrations">) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("sessions.people")}</h2>
      <Table
        caption={t("sessions.people")}
        captionHidden
        rows={registrations}
        columns={[
          { header: t("roster.name"), cell: ({ name }) => name },
          { header: t("sessions.email"), cell: ({ email }) => email },
          {
            header: t("sessions.came"),
            cell: ({ attendedAt, cancelledAt }) => (
              <StatusTag status={attendedAt ? "good" : cancelledAt ? "stopped" : "waiting"}>
                {t(attendedAt ? "sessions.came" : cancelledAt ? "sessions.gave-back" : "sessions.came-not")}
              </StatusTag>
            ),
          },
        ]}
        empty={<EmptyState title={t("sessions.people-none")} level={3} />}
      />
    </>
  );
}
