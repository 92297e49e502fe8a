import { Alert, localHref, ProcessList, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { FirstSteps, NetworkFacts, Ourselves } from "../read-join.ts";
import { NetworkList, OurselvesList } from "./network-facts.tsx";

interface MemberProps {
  readonly site: Site;
  readonly ourselves: Ourselves;
  readonly network: NetworkFacts;
  readonly first: FirstSteps;
}

/** This office is a member: what it does first, and what it is known by. */
export function MemberStep({ site, ourselves, network, first }: MemberProps) {
  const t = messages.in(site.locale);
  const link = (path: string, text: string) => <a href={localHref(site, path)}>{text}</a>;
  return (
    <>
      <Alert kind="success" heading={t("member.is")} level={3}>
        {t("member.is-why", { count: first.others })}
      </Alert>
      <h3>{t("member.first")}</h3>
      <ProcessList
        level={4}
        items={[
          {
            heading: t("member.read"),
            content: (
              <p>
                {t("member.read-why")} {link("/office/network/incoming", t("member.read-go"))}
              </p>
            ),
          },
          {
            heading: t("member.give"),
            content: (
              <p>
                {t("member.give-why", { count: first.ready })}{" "}
                {link("/office/network/published", t("member.give-go"))}
              </p>
            ),
          },
          { heading: t("member.figures"), content: <Months site={site} months={first.months} /> },
        ]}
      />
      <h3>{t("member.network")}</h3>
      <NetworkList site={site} network={network} />
      <OurselvesList site={site} ourselves={ourselves} />
      <p>{link("/office/network/members", t("member.all"))}</p>
    </>
  );
}

/** Each month's own page publishes it: somebody looks at the figures before they are signed. */
function Months({ site, months }: { site: Site; months: readonly string[] }) {
  const t = messages.in(site.locale);
  const format = new Intl.DateTimeFormat(site.locale, { month: "long", year: "numeric", timeZone: "UTC" });
  if (months.length === 0)
    return (
      <p>
        {t("member.figures-none")} <a href={localHref(site, "/office/figures")}>{t("member.figures-go")}</a>
      </p>
    );
  return (
    <>
      <p>{t("member.figures-why", { count: months.length })}</p>
      <ul>
        {months.map((month) => (
          <li>
            <a href={localHref(site, `/office/figures?month=${month}`)}>
              {format.format(new Date(`${month}-15T12:00:00Z`))}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
