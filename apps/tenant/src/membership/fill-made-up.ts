import { randomInt } from "node:crypto";
import { letterPdf } from "@concord/documents";
import type { Context } from "../context.ts";
import { demandTrial } from "../demand-trial.ts";
import { letterheadOf, textIn } from "../profile/index.ts";
import { readOwnApplication, saveDraft } from "./apply.ts";
import { attachUpload } from "./attach-file.ts";
import { filesAsked, madeUpAnswers } from "./made-up-answers.ts";
import { messages } from "./messages.ts";
import type { Application } from "./model.ts";
import { todayOf } from "./today.ts";

/** Answers whatever is blank in an application, as a visitor would by the form. Only a trial does. */
export async function fillMadeUp(
  context: Context,
  { secret, county }: { readonly secret: string; readonly county?: string | undefined },
): Promise<void> {
  demandTrial(context);
  const { locale, tenant } = context;
  const { application, files } = await readOwnApplication(context, { secret });
  const form = madeUpAnswers({
    profile: tenant.profile,
    typed: application.form,
    locale,
    today: todayOf(context),
    county,
    random: (below) => randomInt(below),
  });
  const saved = await saveDraft(context, { secret, form });
  const had = new Set(files.map(({ purpose }) => purpose));
  for (const purpose of filesAsked(tenant.profile, form).filter((asked) => !had.has(asked))) {
    const bytes = new Uint8Array(await madeUpPdf(context, saved, purpose));
    const file = new File([bytes], `made-up-${purpose}.pdf`, { type: "application/pdf" });
    await attachUpload(context, { secret, purpose, file, pointer: `/files/${purpose}` });
  }
}

/** A page that stands for the firm's own file, and says so. */
function madeUpPdf(context: Context, { reference, form }: Application, purpose: string): Promise<Uint8Array> {
  const { locale, tenant } = context;
  const { profile } = tenant;
  const t = messages.in(locale);
  const asked = profile.membership.levels.flatMap(({ commitments }) => commitments);
  const commitment = asked.find(({ id }) => id === purpose);
  const about = commitment ? textIn(commitment.text, locale) : t("field.affidavit");
  return letterPdf({
    ...letterheadOf(profile, locale),
    recipient: [textIn(profile.office.name, locale), ...(profile.office.address ?? [])],
    reference,
    date: todayOf(context),
    subject: t("made-up.file.title"),
    paragraphs: [
      t("made-up.file.body"),
      t("made-up.file.instead", { business: String(form.legalName ?? reference), about }),
    ],
  });
}
