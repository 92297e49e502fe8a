import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  Page,
  PageHeading,
  type Site,
  TextField,
} from "@concord/ui";
import { messages } from "../messages.ts";
import type { Actor } from "../model.ts";

export function SignInPage({
  site,
  values,
  errors = {},
  atOnce = false,
}: {
  site: Site;
  values: FormValues;
  errors?: FormErrors;
  /** Whether this is a trial, where one may do without the mail. */
  atOnce?: boolean;
}) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("sign-in.title")} discreet failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("sign-in.title")} lead={t("sign-in.lead")} />
      <Form action={localHref(site, "/sign-in")} values={values} errors={errors}>
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={t("sign-in.email")}
          hint={t("sign-in.email-hint")}
          required
        />
        <input type="hidden" name="to" value={typeof values.to === "string" ? values.to : ""} />
        <Actions>
          <Button>{t("sign-in.submit")}</Button>
          {atOnce && (
            <Button look="outline" action={localHref(site, "/sign-in/at-once")}>
              {t("sign-in.at-once")}
            </Button>
          )}
        </Actions>
      </Form>
      <p class="usa-hint margin-top-4">{t("sign-in.notice")}</p>
    </Page>
  );
}

/** For who is signed in already: as whom, and the two ways from here. */
export function SignedInPage({
  site,
  actor,
  onward,
  again,
}: {
  site: Site;
  actor: Actor;
  onward: string;
  /** This very page, where somebody else can sign in once this person is out. */
  again: string;
}) {
  const t = messages.in(site.locale);
  const { name, email = "" } = actor;
  return (
    <Page site={site} title={t("signed-in.title")} discreet>
      <PageHeading
        title={t("signed-in.title")}
        lead={name ? t("signed-in.as", { name, email }) : t("signed-in.as-address", { email })}
      />
      <Actions>
        <ButtonLink href={onward}>{t("signed-in.go-on")}</ButtonLink>
      </Actions>
      <h2>{t("signed-in.other")}</h2>
      <p>{t("signed-in.other-how")}</p>
      <Form id="sign-out" action={localHref(site, "/sign-out")} plain>
        <input type="hidden" name="to" value={again} />
        <Button look="outline">{t("signed-in.sign-out")}</Button>
      </Form>
    </Page>
  );
}

interface LinkSentProps {
  readonly site: Site;
  readonly email: string;
  /** The message in the trial's mailbox. */
  readonly mailId?: string;
}

export function LinkSentPage({ site, email, mailId }: LinkSentProps) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("sent.title")} discreet>
      <PageHeading title={t("sent.title")} lead={t("sent.body", { email })} />
      {mailId && (
        <Alert kind="info">
          <p>{t("sent.mailbox")}</p>
          <p>
            <a href={localHref(site, `/mailbox/${mailId}`)}>{t("sent.mailbox-link")}</a>
          </p>
        </Alert>
      )}
      <p>
        {t("sent.again")} <a href={localHref(site, "/sign-in")}>{t("sent.again-link")}</a>
      </p>
    </Page>
  );
}

export function ConfirmPage({ site, token, to }: { site: Site; token: string; to: string }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("confirm.title")} discreet>
      <PageHeading title={t("confirm.title")} lead={t("confirm.body")} />
      <Form action={localHref(site, "/sign-in/confirm")} plain>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <Button>{t("confirm.submit")}</Button>
      </Form>
      <p class="usa-hint">{t("confirm.why")}</p>
    </Page>
  );
}

export function LinkSpentPage({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("confirm.failed.title")} discreet>
      <PageHeading title={t("confirm.failed.title")} lead={t("confirm.failed.body")} />
      <ButtonLink href={localHref(site, "/sign-in")}>{t("sent.again-link")}</ButtonLink>
    </Page>
  );
}
