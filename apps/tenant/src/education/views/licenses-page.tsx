import { writeNumber } from "@concord/runtime";
import {
  Alert,
  Button,
  EmptyState,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  SelectField,
  type Site,
  StatusTag,
  Table,
  TextField,
} from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import type { Board } from "../../profile/index.ts";
import type { Counting, Credit, UnclaimedCompletion } from "../credit-model.ts";
import type { License } from "../license-model.ts";
import { messages } from "../messages.ts";
import { dayText, licenseGroups, professionText } from "./words.tsx";

interface Unclaimed {
  readonly completion: UnclaimedCompletion;
  /** Whether a license of theirs counts it. */
  readonly counts: boolean;
}

interface LicensesProps {
  readonly site: Site;
  readonly boards: readonly Board[];
  readonly licenses: readonly License[];
  readonly credits: readonly Credit[];
  /** What counts for each license today, by its id. */
  readonly counting: ReadonlyMap<string, Counting>;
  readonly unclaimed: readonly Unclaimed[];
  readonly timeZone: string;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** A person's own licenses and the credit earned with them. */
export function LicensesPage(props: LicensesProps) {
  const { site, boards, credits, unclaimed, values, errors } = props;
  const t = messages.in(site.locale);
  const { form: _above, ...fieldErrors } = errors;
  return (
    <LearnerPage site={site} title={t("licenses.title")} failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("licenses.title")} lead={t("licenses.lead")} />
      {errors.form && (
        <Alert kind="error" announce>
          {errors.form}
        </Alert>
      )}
      {unclaimed.length > 0 && <UnclaimedTable {...props} />}
      <LicenseTable {...props} />
      <h2>{t("licenses.add")}</h2>
      <Form action={localHref(site, "/learn/licenses")} values={values} errors={fieldErrors}>
        <SelectField
          name="profession"
          label={t("licenses.choose")}
          groups={licenseGroups(boards, site.locale)}
          required
        />
        <TextField
          name="number"
          label={t("licenses.number")}
          hint={t("licenses.number-hint")}
          width="lg"
          required
        />
        <Button>{t("licenses.submit")}</Button>
      </Form>
      <h2>{t("licenses.credits")}</h2>
      {credits.length === 0 ? (
        <p>{t("licenses.credits-none")}</p>
      ) : (
        <CreditTable site={site} credits={credits} />
      )}
      <p>
        <a href={localHref(site, "/learn/systems")}>{t("licenses.systems")}</a>
      </p>
    </LearnerPage>
  );
}

function LicenseTable({ site, boards, licenses, counting }: LicensesProps) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("licenses.title")}
      captionHidden
      rows={licenses}
      columns={[
        { header: t("licenses.number"), cell: ({ number }) => number },
        {
          header: t("licenses.profession"),
          cell: ({ boardId, profession }) => professionText(boards, boardId, profession, site.locale),
        },
        {
          header: t("licenses.board"),
          cell: ({ boardId }) => boards.find(({ id }) => id === boardId)?.name ?? boardId,
        },
        {
          header: t("licenses.counting"),
          cell: ({ id }) => t(`counting.${counting.get(id) ?? "never"}`),
        },
        {
          header: t("licenses.remove"),
          cell: ({ id, number }) => (
            <Form action={localHref(site, `/learn/licenses/${id}/remove`)} plain>
              <Button look="plain" label={t("licenses.remove-of", { number })}>
                {t("licenses.remove")}
              </Button>
            </Form>
          ),
        },
      ]}
      empty={
        <EmptyState title={t("licenses.none")}>
          <p>{t("licenses.none-body")}</p>
        </EmptyState>
      }
    />
  );
}

/** What somebody finished under this person's address before it was proved: credit waits for their word. */
function UnclaimedTable({ site, unclaimed, timeZone }: LicensesProps) {
  const t = messages.in(site.locale);
  const day = new Intl.DateTimeFormat(site.locale, { dateStyle: "long", timeZone });
  return (
    <>
      <h2>{t("licenses.unclaimed")}</h2>
      <p>{t("licenses.unclaimed-lead")}</p>
      <Table
        caption={t("licenses.unclaimed")}
        captionHidden
        rows={unclaimed}
        columns={[
          {
            header: t("licenses.course"),
            cell: ({ completion }) => <span lang={completion.locale}>{completion.title}</span>,
          },
          { header: t("licenses.completed"), cell: ({ completion }) => day.format(completion.completedAt) },
          {
            header: t("licenses.claim"),
            cell: ({ completion, counts }) =>
              counts ? (
                <Form action={localHref(site, `/learn/licenses/claims/${completion.id}`)} plain>
                  <Button look="plain" label={t("licenses.claim-of", { title: completion.title })}>
                    {t("licenses.claim")}
                  </Button>
                </Form>
              ) : (
                t("licenses.claim-not")
              ),
          },
        ]}
      />
    </>
  );
}

function CreditTable({ site, credits }: Pick<LicensesProps, "site" | "credits">) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("licenses.credits")}
      captionHidden
      rows={credits}
      columns={[
        { header: t("licenses.course"), cell: ({ title, locale }) => <span lang={locale}>{title}</span> },
        { header: t("licenses.completed"), cell: ({ completedOn }) => dayText(completedOn, site.locale) },
        {
          header: t("licenses.hours"),
          numeric: true,
          cell: ({ contactHours }) => writeNumber(contactHours, site.locale),
        },
        { header: t("licenses.approval"), cell: ({ approvalNumber }) => approvalNumber },
        {
          header: t("licenses.status"),
          cell: ({ rosterId }) => (
            <StatusTag status={rosterId ? "good" : "waiting"}>
              {t(rosterId ? "licenses.reported" : "licenses.waiting")}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}
