import { Accordion, Alert, Button, Form, localHref, type Site } from "@concord/ui";
import type { MetRestriction } from "../guard.ts";
import { messages } from "../messages.ts";
import { type Restrictable, restrictedPath } from "../model.ts";

interface RestrictFormProps {
  readonly site: Site;
  readonly about: Restrictable;
  readonly restriction: MetRestriction | undefined;
}

/** The action that stands on every record in which somebody may disclose something. It asks for no words. */
export function RestrictForm({ site, about, restriction }: RestrictFormProps) {
  const t = messages.in(site.locale);
  if (restriction) {
    return (
      <Alert kind="warning" heading={t("records.restricted")}>
        <a href={localHref(site, restriction.path)}>{t("records.script")}</a>
      </Alert>
    );
  }
  const content = (
    <Form action={localHref(site, restrictedPath(about))} id="restrict" plain>
      <p>{t("records.may-be-body")}</p>
      <Button look="outline">{t("records.restrict")}</Button>
    </Form>
  );
  return <Accordion items={[{ heading: t("records.may-be"), content }]} />;
}
