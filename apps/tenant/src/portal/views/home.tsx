import {
  ButtonLink,
  Figures,
  Hero,
  HotlineWays,
  localHref,
  Page,
  ProcessList,
  Section,
  type Site,
} from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";

/** The first screen: what this is, and what to do next. */
export function HomePage({ site, profile, members }: { site: Site; profile: Profile; members: number }) {
  const t = messages.in(site.locale);
  const { program } = profile;
  return (
    <Page
      site={site}
      title={textIn(program.name, site.locale)}
      width="full"
      description={textIn(program.description, site.locale)}
    >
      <Hero
        title={textIn(program.name, site.locale)}
        lead={textIn(program.description, site.locale)}
        actions={
          <>
            <ButtonLink href={localHref(site, "/join")}>{t("home.join")}</ButtonLink>
            <ButtonLink href={localHref(site, "/trainings")} look="outline">
              {t("home.train")}
            </ButtonLink>
          </>
        }
        aside={
          members > 0 && (
            <Figures
              items={[
                {
                  label: t("home.members", { count: members }),
                  value: new Intl.NumberFormat(site.locale).format(members),
                  note: <a href={localHref(site, "/members")}>{t("home.members-link")}</a>,
                },
              ]}
            />
          )
        }
      />
      <Section title={t("home.means")}>
        <p class="usa-prose measure-5">{textIn(program.membershipMeans, site.locale)}</p>
      </Section>
      <Section title={t("home.steps")} tone="paper">
        <ProcessList
          items={([1, 2, 3] as const).map((step) => ({
            heading: t(`home.step${step}`),
            content: t(`home.step${step}-body`),
          }))}
        />
      </Section>
      <WarningSigns site={site} />
      {program.partners.length > 0 && (
        <Section title={t("home.partners")} tone="paper">
          <ul class="usa-list">
            {program.partners.map((partner) => (
              <li>
                <strong>{partner.name}</strong>: {textIn(partner.role, site.locale)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {program.sources.length > 0 && (
        <Section>
          <p class="usa-hint">
            {t("home.sources")}: {program.sources.join("; ")}.
          </p>
        </Section>
      )}
    </Page>
  );
}

function WarningSigns({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  const [hotline] = site.hotlines;
  return (
    <Section title={t("home.signs")} id="signs">
      <p class="usa-intro">{t("home.signs-lead")}</p>
      <ul class="usa-list">
        {([1, 2, 3, 4, 5, 6] as const).map((sign) => (
          <li>{t(`home.sign${sign}`)}</li>
        ))}
      </ul>
      <p>
        <strong>{t("home.signs-do")}</strong>
      </p>
      {hotline && <HotlineWays hotline={hotline} />}
    </Section>
  );
}
