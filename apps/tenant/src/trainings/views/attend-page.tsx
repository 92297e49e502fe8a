import {
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  TextField,
} from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";

/** Attendance by the code that the host shows. */
export function AttendPage({ site, values, errors }: { site: Site; values: FormValues; errors: FormErrors }) {
  const t = messages.in(site.locale);
  return (
    <LearnerPage site={site} title={t("attend.title")} failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("attend.title")} lead={t("attend.lead")} />
      <Form action={localHref(site, "/learn/attend")} values={values} errors={errors}>
        <TextField
          name="code"
          label={t("attend.code")}
          hint={t("attend.code-hint")}
          width="md"
          autocomplete="one-time-code"
          required
        />
        <TextField name="email" type="email" label={t("attend.email")} autocomplete="email" required />
        <TextField name="name" label={t("attend.name")} autocomplete="name" />
        <Button>{t("attend.submit")}</Button>
      </Form>
    </LearnerPage>
  );
}

export function AttendedPage({ site, title }: { site: Site; title: string }) {
  const t = messages.in(site.locale);
  return (
    <LearnerPage site={site} title={t("attend.done")}>
      <PageHeading title={t("attend.done")} />
      <Alert kind="success" announce>
        {t("attend.done-body", { title })}
      </Alert>
      <p>
        <ButtonLink href={localHref(site, "/learn")}>{t("attend.certificates")}</ButtonLink>
      </p>
    </LearnerPage>
  );
}
