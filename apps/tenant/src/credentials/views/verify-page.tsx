import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  type FormErrors,
  localHref,
  Page,
  PageHeading,
  type Site,
  TextField,
  WholeCodes,
} from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { Certificate, Standing } from "../model.ts";
import { longDay, printedFacts } from "../printed-facts.ts";

interface VerifyFormProps {
  readonly site: Site;
  /** What a membership's number looks like here. */
  readonly number: string;
  readonly code?: string;
  readonly errors?: FormErrors;
  /** Nothing has the code that was asked for. */
  readonly unknown?: boolean;
}

export function VerifyPage({ site, number, code = "", errors = {}, unknown }: VerifyFormProps) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("verify.title")} failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("verify.title")} lead={t("verify.lead")} />
      {unknown && (
        <Alert kind="error" heading={t("verify.unknown", { code })} announce>
          <p>{t("verify.unknown-body")}</p>
        </Alert>
      )}
      <Form action={localHref(site, "/verify")} method="get" values={{ code }} errors={errors} plain>
        <TextField
          name="code"
          label={t("verify.code")}
          hint={<WholeCodes text={t("verify.code.hint", { number })} />}
          autocomplete="off"
          width="lg"
          maxlength={60}
          required
        />
        <Actions>
          <Button>{t("verify.submit")}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

interface VerifiedProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly certificate: Certificate;
  readonly standing: Standing;
  readonly today: string;
}

const kinds = { valid: "success", expired: "warning", "not-valid": "error" } as const;

/** Everything that the certificate prints, and whether it holds; never why it does not. */
export function VerifiedPage({ site, profile, certificate, standing, today }: VerifiedProps) {
  const t = messages.in(site.locale);
  const { facts } = certificate;
  const membership = facts.kind === "membership";
  const date = longDay(standing === "expired" && membership ? facts.validUntil : today, site.locale);
  return (
    <Page site={site} title={t("verify.title")} discreet={!membership}>
      <PageHeading title={t("verify.title")} over={certificate.code} />
      <Alert kind={kinds[standing]} heading={t(`verify.${standing}`)}>
        <p>{t(`verify.${standing}-body`, { date })}</p>
      </Alert>
      <h2>{t("verify.compare")}</h2>
      <p>{t("verify.compare-lead")}</p>
      <DescriptionList
        items={printedFacts(profile, certificate, site.locale).map(({ term, detail, printed }) => ({
          term,
          detail: printed ? <span lang={certificate.locale}>{detail}</span> : detail,
        }))}
      />
      <h2>{t(membership ? "verify.membership-means" : "verify.completion-means")}</h2>
      <p>{membership ? textIn(profile.program.membershipMeans, site.locale) : t("verify.completion-not")}</p>
      <Actions>
        <ButtonLink href={localHref(site, "/verify")} look="outline">
          {t("verify.another")}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
