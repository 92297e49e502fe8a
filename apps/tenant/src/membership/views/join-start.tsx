import { writeNumber } from "@concord/runtime";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CopyField,
  DescriptionList,
  Form,
  localHref,
  Page,
  PageHeading,
  type Site,
} from "@concord/ui";
import {
  askOffice,
  assumptionNotice,
  type MembershipRules,
  type Profile,
  textIn,
} from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { type Application, draftDays } from "../model.ts";
import { entityLabel } from "./labels.ts";
import { MadeUpStart } from "./made-up-box.tsx";

/** What joining asks for, before anything is typed. */
export function JoinStartPage({
  site,
  profile,
  trial,
  county,
  current,
}: {
  site: Site;
  profile: Profile;
  trial: boolean;
  county: string | undefined;
  current?: Application;
}) {
  const t = messages.in(site.locale);
  const { membership } = profile;
  const notes = [
    ...new Set(
      [membership.eligibility.basis, ...membership.levels.map(({ basis }) => basis)].flatMap(
        (basis) => assumptionNotice(basis, site.locale) ?? [],
      ),
    ),
  ];
  return (
    <Page site={site} title={t("join.title")}>
      <PageHeading title={t("join.title")} lead={t("join.lead")} />
      {current && <CurrentNotice site={site} application={current} />}
      {trial && <MadeUpStart site={site} county={county} />}
      <DescriptionList
        items={[
          {
            term: t("join.who"),
            detail: membership.eligibility.entityTypes
              .map((type) => entityLabel(type, site.locale))
              .join(", "),
          },
          {
            term: t("join.cost"),
            detail: membership.fee
              ? fee(membership.fee.dollars, site.locale)
              : askOffice(profile, site.locale),
          },
          { term: t("join.oath"), detail: t(`join.oath.${membership.oath.method}`) },
          { term: t("join.time"), detail: <Needed site={site} rules={membership} /> },
          ...(profile.program.decal ? [{ term: t("join.decal"), detail: t("join.decal-detail") }] : []),
        ]}
      />
      <h2>{t("join.levels")}</h2>
      {membership.levels.map((level) => (
        <section aria-label={textIn(level.title, site.locale)}>
          <h3>{textIn(level.title, site.locale)}</h3>
          <p>{textIn(level.summary, site.locale)}</p>
          <ul class="usa-list">
            {level.commitments.map((commitment) => (
              <li>{textIn(commitment.text, site.locale)}</li>
            ))}
          </ul>
          <p>{t("join.term", { months: level.term.months })}</p>
        </section>
      ))}
      {notes.map((note) => (
        <p class="usa-hint">{t("join.assumed", { note })}</p>
      ))}
      <Alert kind="info" heading={t("join.public-record")}>
        <p>{textIn(membership.publicRecordNotice.text, site.locale)}</p>
      </Alert>
      <Form action={localHref(site, "/join")} plain>
        <Actions>
          <Button>{t("join.start")}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

/** What somebody must have at hand, so that no file is a surprise. */
function Needed({ site, rules }: { site: Site; rules: MembershipRules }) {
  const t = messages.in(site.locale);
  const several = rules.levels.length > 1;
  const files = rules.levels.flatMap(({ title, commitments }) => {
    const level = textIn(title, site.locale);
    return commitments
      .filter(({ evidence }) => evidence === "upload")
      .map(({ text }) =>
        t(several ? "join.file.level" : "join.file", { level, commitment: textIn(text, site.locale) }),
      );
  });
  if (rules.oath.method === "notary") files.push(t("join.file.affidavit"));
  return (
    <>
      {t("join.time-detail")}
      {files.length > 0 && (
        <ul class="usa-list">
          {files.map((file) => (
            <li>{file}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function CurrentNotice({ site, application }: { site: Site; application: Application }) {
  const t = messages.in(site.locale);
  const open = application.status === "draft" || application.status === "needs-information";
  const href = localHref(site, open ? "/join/organization" : "/join/status");
  return (
    <Alert kind="info" heading={t("join.current", { reference: application.reference })}>
      <p>
        <a href={href}>{t(open ? "join.go-on" : "join.see-status")}</a>
      </p>
    </Alert>
  );
}

/** Where an applicant finds the draft again. */
export function JoinSavedPage({ site, resumeUrl }: { site: Site; resumeUrl: string }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("saved.title")}>
      <PageHeading title={t("saved.title")} lead={t("saved.lead", { days: draftDays })} />
      <CopyField id="resume-link" label={t("saved.link")} value={resumeUrl} />
      <p>{t("saved.secret")}</p>
      <ButtonLink href={localHref(site, "/join/organization")}>{t("join.go-on")}</ButtonLink>
    </Page>
  );
}

function fee(dollars: number, locale: string): string {
  if (dollars === 0) return messages.in(locale)("join.free");
  return writeNumber(dollars, locale, { style: "currency", currency: "USD" });
}
