import { CheckboxGroup, DateField, FileField, localHref, RadioGroup } from "@concord/ui";
import { assumptionNotice, type Level, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { StepProps } from "./join-step.tsx";

/** The level, what it commits to, and the evidence it asks for. */
export function CommitmentFields({ site, profile, application, files }: StepProps) {
  const t = messages.in(site.locale);
  const { levels, oath } = profile.membership;
  const chosen =
    levels.find(({ id }) => id === application.form.level) ?? (levels.length === 1 ? levels[0] : undefined);
  const shown = chosen ? [chosen] : levels;
  const had = new Map(files.map((file) => [file.purpose, file.fileName]));
  const uploads = unique(shown).filter(({ evidence }) => evidence === "upload");
  return (
    <>
      <RadioGroup
        name="level"
        label={t("field.level")}
        tiles
        options={levels.map((level) => ({
          value: level.id,
          label: textIn(level.title, site.locale),
          description: textIn(level.summary, site.locale),
        }))}
        {...(chosen ? { value: chosen.id } : {})}
        required
      />
      <CheckboxGroup
        name="commitments"
        label={t("field.commitments")}
        hint={chosen ? t("field.commitments.hint") : t("field.commitments.several")}
        options={unique(shown).map((one) => ({ value: one.id, label: textIn(one.text, site.locale) }))}
        required
      />
      {unique(shown).some(({ evidence }) => evidence === "campaign-date") && (
        <DateField name="campaignOn" label={t("field.campaignOn")} hint={campaignHint(shown, site.locale)} />
      )}
      {uploads.map((one) => (
        <FileField
          name={`files.${one.id}`}
          label={t("field.evidence", { commitment: textIn(one.text, site.locale) })}
          hint={
            had.has(one.id)
              ? t("field.evidence.had", { file: had.get(one.id) ?? "" })
              : evidenceHint(levels, chosen, one.id, site.locale)
          }
          accept=".pdf,.docx,.png,.jpg,.jpeg"
          required={chosen !== undefined && !had.has(one.id)}
        />
      ))}
      {oath.method === "notary" && <AffidavitField site={site} had={had.get("affidavit")} />}
      {shown.map((level) => {
        const note = assumptionNotice(level.basis, site.locale);
        return note && <p class="usa-hint">{note}</p>;
      })}
    </>
  );
}

/** The page for the notary, and the field that takes it back signed. */
function AffidavitField({ site, had }: Pick<StepProps, "site"> & { had: string | undefined }) {
  const t = messages.in(site.locale);
  return (
    <>
      <p>
        {t("affidavit.how")}{" "}
        <a href={localHref(site, "/join/affidavit.pdf")} download>
          {t("affidavit.print")}
        </a>
      </p>
      <FileField
        name="files.affidavit"
        label={t("field.affidavit")}
        hint={had === undefined ? t("field.affidavit.hint") : t("field.evidence.had", { file: had })}
        accept=".pdf,.png,.jpg,.jpeg"
        required={had === undefined}
      />
    </>
  );
}

/** Until a level is chosen, a file is needed only for the levels that ask for it. */
function evidenceHint(
  levels: readonly Level[],
  chosen: Level | undefined,
  id: string,
  locale: string,
): string {
  const t = messages.in(locale);
  if (chosen) return t("field.evidence.hint");
  const asking = levels.filter(({ commitments }) => commitments.some((one) => one.id === id));
  const titles = asking.map(({ title }) => textIn(title, locale));
  return t("field.evidence.level", { level: titles.join(", ") });
}

/** What each level that is shown asks of a campaign, by its own rule. */
function campaignHint(shown: readonly Level[], locale: string): string {
  const t = messages.in(locale);
  const hints = shown.flatMap(({ title, commitments }) =>
    commitments
      .filter(({ evidence }) => evidence === "campaign-date")
      .map(({ priorMonths: months }) => {
        const hint = months ? t("field.campaignOn.prior", { months }) : t("field.campaignOn.later");
        return shown.length > 1 ? `${textIn(title, locale)}: ${hint}` : hint;
      }),
  );
  return hints.join(" ");
}

function unique(levels: readonly Level[]): Level["commitments"] {
  const all = levels.flatMap(({ commitments }) => commitments);
  return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at);
}
