import { Alert, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Recovered } from "../read-network.ts";
import type { Times } from "./network-page.tsx";

interface NoticeProps {
  readonly site: Site;
  readonly recovered: Recovered;
  readonly times: Times;
  /** Left out on the page that lists what came back. */
  readonly link?: boolean;
}

/** What came back after a restore, and what cannot. */
export function RestoredNotice({ site, recovered, times, link = false }: NoticeProps) {
  const t = messages.in(site.locale);
  const { count, at } = recovered;
  return (
    <Alert kind="warning" heading={t("restored.heading")}>
      <p>{t("restored.back", { count, date: times.day(at) })}</p>
      <p>{t("restored.lost")}</p>
      {link && <a href={localHref(site, "/office/network/published")}>{t("restored.look")}</a>}
    </Alert>
  );
}
