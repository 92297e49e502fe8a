import { textIn } from "@concord/content";
import { asWrittenHere } from "@concord/runtime";
import type { Unit } from "../context.ts";
import { queueMail } from "../notifications/index.ts";
import { messages } from "./messages.ts";
import type { LiveSession, Registration } from "./session-model.ts";

/** Confirms a registration; its one link leads to the room's address and the calendar file. */
export async function mailRegistered(
  unit: Unit,
  session: LiveSession,
  registration: Registration,
  key: string,
): Promise<void> {
  const t = messages.in(registration.locale);
  await send(unit, session, registration, "registered", {
    label: t("mail.registered-link"),
    path: `/trainings/registrations/${key}`,
  });
}

/** Says that a session moved or was called off; the link's page offers the new calendar file or the CANCEL. */
export async function mailSessionChanged(
  unit: Unit,
  session: LiveSession,
  registration: Registration,
  what: "changed" | "cancelled",
): Promise<void> {
  const t = messages.in(registration.locale);
  await send(unit, session, registration, what, {
    label: t("mail.session-link"),
    path: `/trainings/sessions/${session.id}`,
  });
}

/** Thanks for coming; the certificate waits behind a sign-in with this address. */
export async function mailAttended(
  unit: Unit,
  session: LiveSession,
  registration: Registration,
): Promise<void> {
  const t = messages.in(registration.locale);
  await send(unit, session, registration, "attended", { label: t("mail.attended-link"), path: "/learn" });
}

async function send(
  unit: Unit,
  session: LiveSession,
  registration: Registration,
  what: "registered" | "changed" | "cancelled" | "attended",
  link: { label: string; path: string },
): Promise<void> {
  const { locale } = registration;
  const t = messages.in(locale);
  const { profile, origin } = unit.tenant;
  const prefix = locale === profile.locales.default ? "" : `/${locale}`;
  await queueMail(unit, {
    to: registration.email,
    locale,
    kind: `trainings.${what}`,
    subject: t(`mail.${what}-subject`),
    paragraphs: [
      t(`mail.${what}`, { name: registration.name }),
      `${textIn(session.title, locale)}\n${whenText(session, locale, profile.jurisdiction.timeZones.default)}`,
    ],
    link: { label: link.label, url: `${origin}${prefix}${link.path}` },
    about: { kind: "session", id: session.id },
  });
}

/** Day and times in the program's zone, with the zone's name. */
export function whenText(
  session: Pick<LiveSession, "startsAt" | "endsAt">,
  locale: string,
  timeZone: string,
): string {
  const here = asWrittenHere(locale);
  const day = new Intl.DateTimeFormat(here, { dateStyle: "full", timeZone }).format(session.startsAt);
  const time = new Intl.DateTimeFormat(here, {
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).formatRange(session.startsAt, session.endsAt);
  return `${day}, ${time}`;
}
