import {
  ButtonLink,
  Columns,
  Hero,
  HotlineWays,
  localHref,
  Page,
  ProcessList,
  Section,
  type Site,
  SummaryBox,
} from "@concord/ui";
import { assumptionNotice, type Profile, textIn } from "../../profile/index.ts";
import type { PublicSession } from "../../trainings/index.ts";
import { messages } from "../messages.ts";
import { HomeAside } from "./home-aside.tsx";

export interface HomeProps {
  readonly site: Site;
  readonly profile: Profile;
  /** How many members the directory lists. */
  readonly members: number;
  /** The next sessions, soonest first. */
  readonly sessions: readonly PublicSession[];
}

/** The first screen: what this is, and what to do next. */
export function HomePage(props: HomeProps) {
  const { site, profile } = props;
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
        aside={<HomeAside {...props} />}
      />
      <Section>
        <Columns>
          <Membership site={site} profile={profile} />
          <div>
            <h2>{t("home.steps")}</h2>
            <ProcessList
              items={([1, 2, 3] as const).map((step) => ({
                heading: t(`home.step${step}`),
                content: t(`home.step${step}-body`),
              }))}
            />
          </div>
        </Columns>
      </Section>
      <WarningSigns site={site} />
      <Backing site={site} profile={profile} />
    </Page>
  );
}

/** What joining means, and what each level commits to. */
function Membership({ site, profile }: Pick<HomeProps, "site" | "profile">) {
  const t = messages.in(site.locale);
  const { levels } = profile.membership;
  const notes = new Set(levels.flatMap(({ basis }) => assumptionNotice(basis, site.locale) ?? []));
  return (
    <div>
      <h2>{t("home.means")}</h2>
      <p>{textIn(profile.program.membershipMeans, site.locale)}</p>
      {levels.map((level) => (
        <>
          <h3>{levels.length > 1 ? textIn(level.title, site.locale) : t("home.commits")}</h3>
          <ul class="usa-list">
            {level.commitments.map(({ text }) => (
              <li>{textIn(text, site.locale)}</li>
            ))}
          </ul>
        </>
      ))}
      {[...notes].map((note) => (
        <p class="usa-hint">{note}</p>
      ))}
    </div>
  );
}

function WarningSigns({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  const [hotline] = site.hotlines;
  return (
    <Section tone="paper" id="signs">
      <Columns>
        <div>
          <h2>{t("home.signs")}</h2>
          <p class="usa-intro">{t("home.signs-lead")}</p>
          <ul class="usa-list">
            {([1, 2, 3, 4, 5, 6] as const).map((sign) => (
              <li>{t(`home.sign${sign}`)}</li>
            ))}
          </ul>
        </div>
        <SummaryBox heading={t("home.seen")}>
          <p>{t("home.signs-do")}</p>
          {hotline && (
            <p>
              <strong>{hotline.name}</strong> <HotlineWays hotline={hotline} />
            </p>
          )}
          {hotline?.languages && <p>{hotline.languages}</p>}
          <p>
            <a href={localHref(site, "/help")} rel="noreferrer">
              {t("help.title")}
            </a>
          </p>
        </SummaryBox>
      </Columns>
    </Section>
  );
}

/** Who works with the office, and where the page's facts come from. */
function Backing({ site, profile }: Pick<HomeProps, "site" | "profile">) {
  const t = messages.in(site.locale);
  const { partners, sources } = profile.program;
  if (partners.length + sources.length === 0) return null;
  return (
    <Section {...(partners.length > 0 ? { title: t("home.partners") } : {})}>
      {partners.length > 0 && (
        <ul class="usa-list">
          {partners.map((partner) => (
            <li>
              <strong>{partner.name}</strong>: {textIn(partner.role, site.locale)}
            </li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <p class="usa-hint">
          {t("home.sources")}: {sources.join("; ")}.
        </p>
      )}
    </Section>
  );
}
