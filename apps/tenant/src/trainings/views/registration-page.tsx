import { Actions, Alert, Button, ButtonLink, Form, localHref, PageHeading, type Site } from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { LiveSession, Registration } from "../session-model.ts";
import { SessionFacts } from "./session-page.tsx";
import { spoken } from "./words.ts";

interface RegistrationProps {
  readonly site: Site;
  readonly session: LiveSession;
  readonly registration: Registration;
  readonly path: string;
  readonly timeZone: string;
}

/** A registration by its link: the room, the calendar file, and giving the place back. */
export function RegistrationPage({ site, session, registration, path, timeZone }: RegistrationProps) {
  const t = messages.in(site.locale);
  const gone = session.cancelledAt !== null;
  const open = !gone && registration.cancelledAt === null;
  return (
    <LearnerPage site={site} title={t("session.yours")} side={false}>
      <PageHeading title={spoken(session.title, site.locale).text} over={t("session.yours")} />
      {gone && <Alert kind="error">{t("session.cancelled")}</Alert>}
      {!gone && registration.cancelledAt && <Alert>{t("session.given-back")}</Alert>}
      {registration.attendedAt && <Alert kind="success">{t("session.attended")}</Alert>}
      <SessionFacts site={site} session={session} timeZone={timeZone} />
      {open && (
        <>
          <Actions>
            {session.joinUrl && <ButtonLink href={session.joinUrl}>{t("session.join")}</ButtonLink>}
            <ButtonLink href={`${path}.ics`} look="outline">
              {t("session.file")}
            </ButtonLink>
          </Actions>
          <p>
            {t("session.join-lead")} <a href={localHref(site, "/learn/attend")}>{t("attend.title")}</a>
          </p>
        </>
      )}
      {gone && (
        <p>
          <a href={`${path}.ics`}>{t("session.file-cancel")}</a>
        </p>
      )}
      {open && !registration.attendedAt && (
        <Form action={localHref(site, `${path}/cancel`)} plain>
          <Button look="plain">{t("session.give-back")}</Button>
        </Form>
      )}
    </LearnerPage>
  );
}
