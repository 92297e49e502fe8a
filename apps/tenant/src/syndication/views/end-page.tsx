import {
  Button,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  RadioGroup,
  type Site,
  TextArea,
} from "@concord/ui";
import { messages } from "../messages.ts";
import type { SharedItem } from "../model.ts";
import { NetworkPage, titleOf } from "./network-page.tsx";

const ops = ["withdraw", "recall", "erase"] as const;

interface EndProps {
  readonly site: Site;
  readonly shared: SharedItem;
  readonly values?: FormValues;
  readonly errors?: FormErrors;
}

/** Asks once before something is taken back for ever. */
export function EndPage({ site, shared, values = {}, errors = {} }: EndProps) {
  const t = messages.in(site.locale);
  const title = t("published.end", { title: titleOf(site, shared.title) });
  return (
    <NetworkPage
      site={site}
      title={title}
      lead={t("published.end-lead")}
      failed={Object.keys(errors).length > 0}
    >
      <Form
        action={localHref(site, `/office/network/published/${shared.item}/end`)}
        values={values}
        errors={errors}
      >
        <RadioGroup
          name="op"
          label={t("published.op")}
          tiles
          required
          options={ops.map((op) => ({
            value: op,
            label: t(`published.op.${op}`),
            description: t(`published.op.${op}-why`),
          }))}
        />
        <TextArea name="reason" label={t("published.reason")} rows={3} maxlength={1_000} required />
        <Button look="danger">{t("published.end-submit")}</Button>
      </Form>
    </NetworkPage>
  );
}
