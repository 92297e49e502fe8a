import { Card, CardList, localHref, PageHeading, type Site, StatusTag } from "@concord/ui";
import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { OfficePage } from "../portal/frames.tsx";
import type { Profile } from "../profile/index.ts";
import { longDay } from "./long-day.ts";
import { messages } from "./messages.ts";
import { readToday } from "./today-figures.ts";

/** The office's first page. */
export function officeTodayPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office", async (c) => {
    const context = c.get("context");
    const today = await readToday(context, {});
    return c.html(<TodayPage site={c.get("site")} profile={context.tenant.profile} {...today} />);
  });
  return app;
}

type TodayProps = Awaited<ReturnType<typeof readToday>> & { readonly site: Site; readonly profile: Profile };

function TodayPage(props: TodayProps) {
  const { site, profile, today, counts, network } = props;
  const t = messages.in(site.locale);
  const waiting = counts.submitted ?? 0;
  const quiet = network.filter(({ stale, quarantine }) => stale || quarantine).length;
  return (
    <OfficePage site={site} title={t("today.title")}>
      <PageHeading title={t("today.title")} over={longDay(today, site.locale)} />
      <h2>{t("today.waits")}</h2>
      <CardList columns={2}>
        <Card
          title={t("queue.title")}
          href={localHref(site, "/office/applications")}
          aside={
            <StatusTag status={waiting > 0 ? "waiting" : "good"}>
              {t("today.waiting", { count: waiting })}
            </StatusTag>
          }
        >
          <p>
            {t("today.applications", {
              submitted: counts.submitted ?? 0,
              asked: counts["needs-information"] ?? 0,
            })}
          </p>
        </Card>
        <Card
          title={t("today.network")}
          href={localHref(site, "/office/network")}
          aside={
            network.length > 0 && (
              <StatusTag status={quiet > 0 ? "attention" : "good"}>
                {t(quiet > 0 ? "today.network-late" : "today.network-well", { count: quiet })}
              </StatusTag>
            )
          }
        >
          <p>{t("today.network-body", { count: network.length })}</p>
        </Card>
        <Card title={t("today.sessions")} href={localHref(site, "/office/sessions")}>
          <p>{t("today.sessions-body")}</p>
        </Card>
        <Card title={t("today.figures")} href={localHref(site, "/office/figures")}>
          <p>{t("today.figures-body")}</p>
        </Card>
      </CardList>
      <h2>{t("today.sentences")}</h2>
      <ul class="usa-list">
        {sentences(profile, props).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="usa-hint">{t("today.as-of", { date: longDay(today, site.locale) })}</p>
    </OfficePage>
  );
}

function sentences(profile: Profile, { site, membership }: TodayProps): string[] {
  const t = messages.in(site.locale);
  return [
    t("today.members", { count: membership.active, acronym: profile.program.acronym }),
    t("today.counties", { count: membership.counties, all: profile.counties.length }),
    t("today.employees", { count: membership.employees }),
    t("today.month", {
      joined: membership.joined,
      renewed: membership.renewed,
      ended: membership.lapsed + membership.revoked,
    }),
  ];
}
