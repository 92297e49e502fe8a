import { Button, Form, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";

/** Another network, or none: nothing but what was typed is lost. */
export function StopForm({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Form action={localHref(site, "/office/network/join/stop")} plain>
      <p class="usa-hint">{t("stop.why")}</p>
      <Button look="plain">{t("stop.go")}</Button>
    </Form>
  );
}
