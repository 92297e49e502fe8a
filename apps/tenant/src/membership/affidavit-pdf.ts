import { letterPdf } from "@concord/documents";
import type { Context } from "../context.ts";
import { letterheadOf, textIn } from "../profile/index.ts";
import { messages } from "./messages.ts";
import type { Application } from "./model.ts";
import { todayOf } from "./today.ts";
import { formFacts } from "./views/form-facts.ts";

/** Addresses and the contact are left out: whoever witnesses an oath need not read where people are. */
const sworn = ["organization", "commitments"];

const line = "_".repeat(40);

/** What an applicant signs before a notary: what the draft says, and the oath of the profile. */
export function affidavitPdf(context: Context, application: Application): Promise<Uint8Array> {
  const { locale, tenant } = context;
  const { profile } = tenant;
  const t = messages.in(locale);
  const { reference, form } = application;
  const blank = (labels: readonly string[]) => labels.map((label) => `${label}: ${line}`).join("\n");
  const facts = formFacts({ site: { locale }, profile, application, files: [] })
    .filter(({ step }) => sworn.includes(step))
    .map((group) => group.facts.map(({ term, detail }) => `${term}: ${detail}`).join("\n"));
  return letterPdf({
    ...letterheadOf(profile, locale),
    recipient: [textIn(profile.office.name, locale), ...(profile.office.address ?? [])],
    reference,
    date: todayOf(context),
    subject: t("affidavit.title", { business: String(form.legalName ?? reference) }),
    paragraphs: [
      t("affidavit.about", { reference, program: textIn(profile.program.name, locale) }),
      ...facts,
      textIn(profile.membership.oath.statement, locale),
      blank([t("affidavit.signature"), t("affidavit.name"), t("affidavit.position")]),
      t("affidavit.notary"),
      blank([
        t("affidavit.state"),
        t("affidavit.sworn-on"),
        t("affidavit.sworn-by"),
        t("affidavit.notary-signature"),
        t("affidavit.commission"),
      ]),
    ],
  });
}
