import {
  Alert,
  Button,
  EmptyState,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  RadioGroup,
  SelectField,
  type Site,
  TextField,
} from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import type { PublicSession } from "../list-sessions.ts";
import { messages } from "../messages.ts";
import type { TakenTraining, Training } from "../model.ts";
import { whenText } from "../session-mail.ts";
import { TakenCards } from "./learn-page.tsx";
import { languageOptions, spoken } from "./words.ts";

interface StaffProps {
  readonly site: Site;
  readonly token: string;
  readonly member: string;
  readonly trainings: readonly Training[];
  readonly sessions: readonly PublicSession[];
  readonly begun: readonly TakenTraining[];
  readonly timeZone: string;
  readonly values?: FormValues;
  readonly errors?: FormErrors;
}

/** The page behind an employer's link: a name is enough to begin. */
export function StaffPage(props: StaffProps) {
  const { site, token, member, trainings, sessions, begun, timeZone, values = {}, errors = {} } = props;
  const t = messages.in(site.locale);
  return (
    <LearnerPage site={site} title={t("staff.title")} failed={Object.keys(errors).length > 0} side={false}>
      <PageHeading title={t("staff.title")} lead={t("staff.lead", { member })} />
      <Alert>{t("staff.private", { member })}</Alert>
      {begun.length > 0 && <h2>{t("staff.begun")}</h2>}
      <TakenCards site={site} taken={begun} timeZone={timeZone} />
      {trainings.length === 0 ? (
        <EmptyState title={t("staff.none")} />
      ) : (
        <Form action={localHref(site, `/learn/with/${token}`)} values={values} errors={errors}>
          <SelectField
            name="trainingId"
            label={t("staff.choose")}
            options={trainings.map(({ id, title }) => ({
              value: id,
              label: spoken(title, site.locale).text,
            }))}
            placeholder={false}
            required
          />
          <RadioGroup
            name="locale"
            label={t("training.language")}
            options={languageOptions(site.locales)}
            value={typeof values.locale === "string" ? values.locale : site.locale}
          />
          <TextField name="name" label={t("training.your-name")} autocomplete="name" required />
          <TextField name="email" type="email" label={t("staff.email")} autocomplete="email" />
          <Button>{t("training.start")}</Button>
        </Form>
      )}
      {sessions.length > 0 && (
        <>
          <h2>{t("staff.sessions")}</h2>
          <ul>
            {sessions.map((session) => (
              <li>
                <a href={`${localHref(site, `/trainings/sessions/${session.id}`)}?via=${token}`}>
                  {spoken(session.title, site.locale).text}
                </a>
                , {whenText(session, site.locale, timeZone)}
              </li>
            ))}
          </ul>
        </>
      )}
    </LearnerPage>
  );
}

/** The page behind a learner's own address: its button brings the training back, since mail scanners follow links. */
export function ReturnPage({ site, learnerKey }: { site: Site; learnerKey: string }) {
  const t = messages.in(site.locale);
  return (
    <LearnerPage site={site} title={t("return.title")} side={false}>
      <PageHeading title={t("return.title")} lead={t("return.lead")} />
      <Form action={localHref(site, `/learn/return/${learnerKey}`)} plain>
        <Button>{t("return.button")}</Button>
      </Form>
    </LearnerPage>
  );
}
