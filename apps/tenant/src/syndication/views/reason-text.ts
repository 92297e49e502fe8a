import { effectOf, type Reason } from "@concord/federation";
import type { Site } from "@concord/ui";
import { messages } from "../messages.ts";

/** What a refusal means, and what follows from it. */
export function reasonText(site: Site, reason: Reason): string {
  const t = messages.in(site.locale);
  return `${t(`reason.${reason}`)} ${t(`effect.${effectOf(reason)}`)}`;
}
