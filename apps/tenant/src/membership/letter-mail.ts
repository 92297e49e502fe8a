import type { Unit } from "../context.ts";
import { queueMail } from "../notifications/index.ts";
import { pageUrl } from "../portal/page-url.ts";
import { fillLetter, type LetterKind, textIn } from "../profile/index.ts";
import { resumeSecretOf } from "./apply.ts";
import type { ChecklistEntry } from "./checklist.ts";
import { dueText } from "./letter-due.ts";
import { longDay } from "./long-day.ts";
import { messages } from "./messages.ts";
import type { Application, ApplicationForm, Location, Member } from "./model.ts";
import { insertLetter } from "./store-letters.ts";

/** What a letter is about, and to whom it goes. */
interface LetterRequest {
  readonly kind: LetterKind;
  readonly locale: string;
  readonly reference: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly organization: string;
  readonly level: string;
  readonly place: Pick<Location, "street" | "city" | "region" | "postalCode"> | undefined;
  readonly applicationId: string | null;
  readonly memberId: string | null;
  readonly link: { readonly label: string; readonly url: string };
  /** What this kind of letter says besides. */
  readonly values: Readonly<Record<string, string>>;
}

/** What an approval brings. */
interface Approved {
  readonly member: Member;
  readonly checklist: readonly ChecklistEntry[];
  /** The certificate's. */
  readonly code: string;
}

/** The letter on an application: its decision, or a question. */
export async function letterMail(
  unit: Unit,
  application: Application,
  form: ApplicationForm,
  kind: Extract<LetterKind, "approval" | "denial" | "more-information">,
  facts: { readonly approved?: Approved; readonly reasons?: string; readonly question?: string },
): Promise<void> {
  const { locale, id, reference } = application;
  const { approved, reasons, question } = facts;
  const t = messages.in(locale);
  const link = approved
    ? { label: t("mail.letter.desk"), url: pageUrl(unit.tenant, locale, "/member") }
    : {
        label: t("mail.letter.status"),
        url: pageUrl(unit.tenant, locale, `/join/resume/${resumeSecretOf(unit.tenant, id)}`),
      };
  await sendLetter(unit, {
    kind,
    locale,
    reference,
    contact: { name: form.contactName, email: form.contactEmail },
    organization: form.legalName,
    level: form.level,
    place: form.locations[0],
    applicationId: id,
    memberId: approved?.member.id ?? null,
    link,
    values: {
      ...(approved && approvalValues(unit, approved, locale)),
      ...(reasons !== undefined && { reasons }),
      ...(question !== undefined && { question }),
    },
  });
}

/** Says that a membership ends, and from when on it can be renewed. */
export async function reminderMail(
  unit: Unit,
  member: Member,
  place: LetterRequest["place"],
  renewalOpens: string,
): Promise<void> {
  const { locale } = member;
  await memberLetter(unit, member, place, {
    kind: "renewal-reminder",
    link: {
      label: messages.in(locale)("mail.letter.renew"),
      url: pageUrl(unit.tenant, locale, `/member/${member.id}/renew`),
    },
    values: { ...termValues(member, locale), renewalOpens: longDay(renewalOpens, locale) },
  });
}

/** Says that a membership was revoked, and on what grounds. */
export async function revocationMail(
  unit: Unit,
  member: Member,
  place: LetterRequest["place"],
  reasons: string,
): Promise<void> {
  const { locale } = member;
  await memberLetter(unit, member, place, {
    kind: "revocation",
    link: { label: messages.in(locale)("mail.letter.desk"), url: pageUrl(unit.tenant, locale, "/member") },
    values: { ...termValues(member, locale), reasons },
  });
}

async function memberLetter(
  unit: Unit,
  member: Member,
  place: LetterRequest["place"],
  about: Pick<LetterRequest, "kind" | "link" | "values">,
): Promise<void> {
  await sendLetter(unit, {
    ...about,
    locale: member.locale,
    reference: member.number,
    contact: { name: member.contactName, email: member.contactEmail },
    organization: member.legalName,
    level: member.level,
    place,
    applicationId: null,
    memberId: member.id,
  });
}

/** Fills the profile's letter, keeps it for printing and puts it into the outbox. */
async function sendLetter(unit: Unit, request: LetterRequest): Promise<void> {
  const { kind, locale, contact, applicationId, memberId, link } = request;
  const { profile } = unit.tenant;
  const template = profile.letters[kind][locale] ?? profile.letters[kind][profile.locales.default];
  if (!template) throw new Error(`the profile has no ${kind} letter`);
  const letter = fillLetter(template, { ...commonValues(unit, request), ...request.values, link: link.url });
  await insertLetter(unit.tx, {
    id: unit.ids.next("let"),
    applicationId,
    memberId,
    kind,
    locale,
    reference: request.reference,
    recipient: recipientLines(request),
    subject: letter.subject,
    body: letter.body,
    sentAt: unit.clock.now(),
  });
  await queueMail(unit, {
    to: contact.email,
    locale,
    kind: `membership.${kind}`,
    subject: letter.subject,
    paragraphs: letter.body.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    link,
    about: memberId
      ? { kind: "member", id: memberId }
      : { kind: "application", id: applicationId ?? request.reference },
  });
}

function commonValues(unit: Unit, request: LetterRequest): Record<string, string> {
  const { program, office, membership } = unit.tenant.profile;
  const { locale } = request;
  const level = membership.levels.find(({ id }) => id === request.level);
  return {
    organization: request.organization,
    contactName: request.contact.name,
    reference: request.reference,
    level: level ? textIn(level.title, locale) : request.level,
    programName: textIn(program.name, locale),
    acronym: program.acronym,
    discreetName: unit.tenant.profile.discreetName,
    officeName: textIn(office.name, locale),
    officeEmail: office.email,
    signature: textIn(office.signature, locale),
  };
}

function approvalValues({ tenant }: Unit, { member, checklist, code }: Approved, locale: string) {
  return {
    ...termValues(member, locale),
    due: dueText(checklist, locale),
    verifyLink: pageUrl(tenant, locale, "/verify"),
    // Hyphens at which no line breaks: half a code at the end of a line is read as all of it.
    verificationCode: code.replaceAll("-", "\u2011"),
  };
}

function termValues(member: Member, locale: string): Record<string, string> {
  return {
    membershipNumber: member.number,
    validFrom: longDay(member.validFrom, locale),
    validUntil: longDay(member.validUntil, locale),
  };
}

/** The lines of a windowed envelope: the first location is where post goes. */
function recipientLines({ contact, organization, place }: LetterRequest): string[] {
  const town = place && `${place.city}, ${place.region} ${place.postalCode}`;
  return [contact.name, organization, place?.street, town].flatMap((line) => line || []);
}
