import { writeNumber } from "@concord/runtime";
import {
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  type FormValues,
  localHref,
  Page,
  PageHeading,
  SelectField,
  type Site,
  SummaryBox,
} from "@concord/ui";
import { assumptionNotice, type Board, textIn } from "../../profile/index.ts";
import type { CreditVerdict } from "../credit-model.ts";
import { messages } from "../messages.ts";
import type { DeliveryMode } from "../model.ts";
import { Citation, dayText, languageText, licenseGroups } from "./words.tsx";

export interface Answered {
  readonly verdict: CreditVerdict;
  readonly board?: Board | undefined;
  readonly profession: string;
  readonly mode: DeliveryMode;
  readonly locale: string;
}

interface CreditProps {
  readonly site: Site;
  /** The page the question was asked from. */
  readonly path: string;
  readonly title: string;
  readonly boards: readonly Board[];
  /** How this activity is taken; there is no other way, so it is not asked. */
  readonly mode: DeliveryMode;
  readonly languages: readonly string[];
  readonly values: FormValues;
  readonly answered?: Answered | undefined;
}

/** "Does this count for my license?": a question by GET, so that an answer can be kept and sent. */
export function CreditPage(props: CreditProps) {
  const { site, path, title, boards, mode, languages, values, answered } = props;
  const t = messages.in(site.locale);
  return (
    <Page
      site={site}
      title={t("ask.title")}
      breadcrumb={[
        { label: title, href: localHref(site, path) },
        { label: t("ask.title"), href: localHref(site, `${path}/credit`) },
      ]}
    >
      <PageHeading title={t("ask.title")} lead={t("ask.lead", { title })} />
      {answered && <Answer site={site} answered={answered} />}
      <Form action={localHref(site, `${path}/credit`)} method="get" values={values} plain>
        <SelectField
          name="license"
          label={t("ask.license")}
          hint={t("ask.license-hint")}
          groups={[
            ...licenseGroups(boards, site.locale),
            { label: t("ask.other"), options: [{ value: "other", label: t("ask.other") }] },
          ]}
          required
        />
        <p>{t("ask.taken", { mode: t(`mode.${mode}`) })}</p>
        <SelectField
          name="language"
          label={t("ask.locale")}
          options={languages.map((value) => ({ value, label: languageText(value, site.locale) }))}
          placeholder={false}
        />
        <Button>{t("ask.submit")}</Button>
      </Form>
      <p>
        <a href={localHref(site, path)}>{t("ask.back")}</a>
      </p>
    </Page>
  );
}

function Answer({ site, answered }: { site: Site; answered: Answered }) {
  const t = messages.in(site.locale);
  const { verdict } = answered;
  if (verdict.counts) return <Yes site={site} {...answered} verdict={verdict} />;
  return (
    <Alert kind="warning" heading={t("ask.no")} announce>
      <p>{t(`no.${verdict.reason}`)}</p>
      {verdict.reason !== "unknown-board" && <p>{t("ask.anyway")}</p>}
    </Alert>
  );
}

type Yes = Extract<CreditVerdict, { counts: true }>;

function Yes({ site, verdict, board, profession, mode, locale }: Answered & { site: Site; verdict: Yes }) {
  const t = messages.in(site.locale);
  const { approval, hours, approvalNumber, citation, citationUrl, note } = verdict;
  const day = (value: string) => dayText(value, site.locale);
  const basis = board?.professions.find(({ id }) => id === profession)?.note?.basis;
  return (
    <>
      <Alert kind="success" heading={t("ask.yes")} announce>
        {t("ask.yes-body", {
          board: board?.name ?? "",
          hours,
          mode: t(`mode.${mode}`),
          language: languageText(locale, site.locale),
        })}
      </Alert>
      <DescriptionList
        items={[
          { term: t("ask.board"), detail: board?.name },
          { term: t("ask.hours"), detail: writeNumber(hours, site.locale) },
          {
            term: t("ask.approval"),
            detail: t("ask.approved", { number: approvalNumber, date: day(approval.approvedOn) }),
          },
          { term: t("ask.until"), detail: approval.expiresOn ? day(approval.expiresOn) : t("ask.no-end") },
          {
            term: t("ask.citation"),
            detail: citation ? (
              <Citation citation={citation} citationUrl={citationUrl} />
            ) : (
              t("ask.citation-none")
            ),
          },
          { term: t("ask.reported"), detail: t("ask.reported-body") },
        ]}
      />
      {note && (
        <SummaryBox heading={t("ask.note")}>
          <p>{textIn(note, site.locale)}</p>
          {basis && <p>{assumptionNotice(basis, site.locale)}</p>}
        </SummaryBox>
      )}
      <h2>{t("ask.enter")}</h2>
      <p>{t("ask.enter-body")}</p>
      <ButtonLink href={localHref(site, "/learn/licenses")} look="outline">
        {t("ask.enter-link")}
      </ButtonLink>
    </>
  );
}
