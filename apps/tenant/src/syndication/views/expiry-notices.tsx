import { Alert, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import { type Expiry, warnDays } from "../model.ts";
import type { Times } from "./network-page.tsx";

/** Warned from the first of these days on, and strongly from the last. */
const [warned, , pressed] = warnDays;

/** What of the network's signed lists soon holds no more. */
export function soonExpired(expiries: readonly Expiry[]): readonly Expiry[] {
  return expiries.filter(({ days }) => days < warned);
}

export function ExpiryNotices(props: { site: Site; expiries: readonly Expiry[]; times: Times }) {
  const { site, expiries, times } = props;
  const t = messages.in(site.locale);
  return (
    <>
      {soonExpired(expiries).map((expiry) => (
        <Alert kind={expiry.days < pressed ? "error" : "warning"} heading={expiryText(site, expiry)}>
          {t(expiry.days < 0 ? "registry.ended-do" : "registry.ends-do", { date: times.day(expiry.at) })}
        </Alert>
      ))}
    </>
  );
}

export function expiryText(site: Site, { what, days }: Expiry): string {
  const t = messages.in(site.locale);
  return days < 0 ? t(`registry.${what}-ended`) : t(`registry.${what}-ends`, { days });
}
