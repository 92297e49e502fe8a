import {
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  Page,
  PageHeading,
  type Site,
  TextField,
} from "@concord/ui";
import type { Child } from "hono/jsx";
import type { PublicSession } from "../list-sessions.ts";
import { messages } from "../messages.ts";
import { whenText } from "../session-mail.ts";
import type { RegistrationVerdict } from "../session-model.ts";
import { LicenseHint } from "./start-form.tsx";
import { languageText, spoken } from "./words.ts";

interface SessionPageProps {
  readonly site: Site;
  readonly session: PublicSession;
  readonly registration: RegistrationVerdict;
  readonly timeZone: string;
  readonly values?: FormValues;
  readonly errors?: FormErrors;
  /** The token of the employer whose page led here. */
  readonly via?: string | undefined;
  readonly head?: Child;
}

/** One session as anybody sees it, with the form to register. */
export function SessionPage(props: SessionPageProps) {
  const { site, session, registration, timeZone, values = {}, errors = {}, via, head } = props;
  const t = messages.in(site.locale);
  const title = spoken(session.title, site.locale);
  const path = `/trainings/sessions/${session.id}`;
  return (
    <Page
      site={site}
      title={title.text}
      failed={Object.keys(errors).length > 0}
      breadcrumb={[
        { label: t("catalogue.title"), href: localHref(site, "/trainings") },
        { label: title.text, href: localHref(site, path) },
      ]}
      head={head}
    >
      <PageHeading title={title.text} over={t(`session.${session.kind}`)} />
      {!registration.open && (
        <Alert kind={registration.reason === "cancelled" ? "error" : "info"}>
          {t(`session.${registration.reason}`)}
        </Alert>
      )}
      <SessionFacts site={site} session={session} timeZone={timeZone} />
      {session.description && <p>{spoken(session.description, site.locale).text}</p>}
      <p>
        <a href={`${path}.ics`}>
          {t(
            registration.open || registration.reason !== "cancelled" ? "session.file" : "session.file-cancel",
          )}
        </a>
      </p>
      <p>
        <a href={localHref(site, `${path}/credit`)}>{t("training.credit")}</a>
      </p>
      {registration.open && (
        <>
          <h2>{t("session.register-title")}</h2>
          <p>{t("session.register-lead")}</p>
          <Form action={localHref(site, path)} values={values} errors={errors}>
            {via && <input type="hidden" name="via" value={via} />}
            <TextField name="name" label={t("session.name")} autocomplete="name" required />
            <TextField name="email" type="email" label={t("session.email")} autocomplete="email" required />
            <Button>{t("session.register")}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}

export function SessionFacts({
  site,
  session,
  timeZone,
}: {
  site: Site;
  session: Omit<PublicSession, "sequence">;
  timeZone: string;
}) {
  const t = messages.in(site.locale);
  return (
    <DescriptionList
      items={[
        { term: t("session.when"), detail: whenText(session, site.locale, timeZone) },
        { term: t("session.mode"), detail: t(`session.${session.mode}`) },
        ...(session.place ? [{ term: t("session.place"), detail: session.place }] : []),
        { term: t("session.language"), detail: languageText(session.locale, site.locale) },
        ...(session.host ? [{ term: t("session.host"), detail: session.host }] : []),
        ...(session.capacity
          ? [{ term: t("session.places"), detail: t("session.places-count", { count: session.capacity }) }]
          : []),
      ]}
    />
  );
}

export function RegisteredPage({ site, email, title }: { site: Site; email: string; title: string }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("session.registered-title")}>
      <PageHeading title={t("session.registered-title")} over={title} />
      <Alert kind="success" announce>
        {t("session.registered", { email })}
      </Alert>
      <LicenseHint site={site} />
      <p>
        <ButtonLink href={localHref(site, "/trainings")} look="outline">
          {t("session.back")}
        </ButtonLink>
      </p>
    </Page>
  );
}
