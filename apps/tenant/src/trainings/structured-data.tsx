import { textIn } from "@concord/content";
import { raw } from "hono/html";
import type { Tenant } from "../context.ts";
import { textIn as profileText } from "../profile/index.ts";
import type { PublicSession } from "./list-sessions.ts";
import type { OfferedBody, Training } from "./model.ts";

interface Shown {
  readonly tenant: Pick<Tenant, "profile" | "origin">;
  readonly locale: string;
}

/** A training as schema.org's Course. */
export function courseData({ tenant, locale }: Shown, training: Training, body: OfferedBody) {
  return jsonLd({
    "@type": "Course",
    name: textIn(body.title, locale),
    description: textIn(body.summary, locale),
    url: `${tenant.origin}/trainings/${training.id}`,
    inLanguage: training.languages,
    isAccessibleForFree: true,
    ...(training.licence ? { license: training.licence } : {}),
    provider: providerOf(tenant, locale),
    ...(training.kind === "training"
      ? {
          hasCourseInstance: {
            "@type": "CourseInstance",
            courseMode: "online",
            courseWorkload: `PT${training.minutes}M`,
          },
        }
      : {}),
  });
}

/** A session as schema.org's CourseInstance, without the room's address. */
export function sessionData({ tenant, locale }: Shown, session: PublicSession) {
  return jsonLd({
    "@type": "CourseInstance",
    name: textIn(session.title, locale),
    url: `${tenant.origin}/trainings/sessions/${session.id}`,
    courseMode: session.mode === "in-person" ? "onsite" : "online",
    ...(session.place ? { location: { "@type": "Place", address: session.place } } : {}),
    inLanguage: session.locale,
    startDate: session.startsAt.toISOString(),
    endDate: session.endsAt.toISOString(),
    eventStatus: `https://schema.org/Event${session.cancelledAt ? "Cancelled" : "Scheduled"}`,
    organizer: providerOf(tenant, locale),
  });
}

function providerOf(tenant: Shown["tenant"], locale: string) {
  return {
    "@type": "Organization",
    name: profileText(tenant.profile.program.name, locale),
    url: tenant.origin,
  };
}

/** A data block, which no script policy stops; `<` is escaped so that no text can end the element. */
function jsonLd(data: object) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{raw(json)}</script>;
}
