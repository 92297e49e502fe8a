import {
  Button,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  type Site,
  SummaryBox,
  TextField,
} from "@concord/ui";
import { messages } from "../messages.ts";
import type { Ourselves } from "../read-join.ts";
import { OurselvesList } from "./network-facts.tsx";

interface FindProps {
  readonly site: Site;
  readonly ourselves: Ourselves;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** Which network: where somebody of it answers, and its id as a person reads it out. */
export function FindStep({ site, ourselves, values, errors }: FindProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <SummaryBox heading={t("find.before")}>
        <ul>
          <li>{t("find.before-call")}</li>
          <li>{t("find.before-two")}</li>
          <li>{t("find.before-safe")}</li>
        </ul>
      </SummaryBox>
      <Form action={localHref(site, "/office/network/join")} values={values} errors={errors}>
        <TextField
          name="address"
          label={t("find.address")}
          hint={t("find.address-hint")}
          inputmode="url"
          maxlength={300}
          width="2xl"
          required
        />
        <TextField name="id" label={t("find.id")} hint={t("find.id-hint")} maxlength={300} required />
        <Button>{t("find.go")}</Button>
      </Form>
      <h3>{t("find.ourselves")}</h3>
      <p>{t("find.ourselves-why")}</p>
      <OurselvesList site={site} ourselves={ourselves} />
    </>
  );
}
