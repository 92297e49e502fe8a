import { Alert, Button, Form, localHref } from "@concord/ui";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { DeskProps } from "./desk-page.tsx";

/** Whether the membership can be renewed now, and if not, from when on. */
export function RenewalNotice({ site, member, renewal }: Pick<DeskProps, "site" | "member" | "renewal">) {
  const t = messages.in(site.locale);
  if (member.status === "revoked" || member.status === "held") return null;
  if (!renewal.allowed) {
    const opens = longDay(renewal.opensOn, site.locale);
    if (renewal.reason === "too-early") return <p>{t("desk.renewal-opens", { opens })}</p>;
    return (
      <Alert kind="warning" heading={t("desk.renewal-over")}>
        <p>
          <a href={localHref(site, "/join")}>{t("join.title")}</a>
        </p>
      </Alert>
    );
  }
  return (
    <Alert kind="info" heading={t("desk.renewal-open")}>
      <p>{t("desk.renewal-body")}</p>
      <Form action={localHref(site, `/member/${member.id}/renew`)} id="renew" plain>
        <Button>{t("desk.renew")}</Button>
      </Form>
    </Alert>
  );
}
