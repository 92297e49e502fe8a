import { Alert, localHref } from "@concord/ui";
import { messages } from "../messages.ts";
import type { ReviewProps } from "./application-review.tsx";

/** A hint, never a verdict: two businesses may share a name or a bookkeeper. */
export function AlikeNotice({ site, twins, members }: Pick<ReviewProps, "site" | "twins" | "members">) {
  const t = messages.in(site.locale);
  if (twins.length + members.length === 0) return null;
  return (
    <Alert kind="warning" heading={t("review.alike")}>
      <ul class="usa-list">
        {members.map((member) => (
          <li>
            <a href={localHref(site, `/office/members/${member.id}`)}>{member.legalName}</a> ({member.number})
          </li>
        ))}
        {twins.map((twin) => (
          <li>
            <a href={localHref(site, `/office/applications/${twin.id}`)}>
              {String((twin.handedIn ?? twin.form).legalName)}
            </a>{" "}
            ({twin.reference}, {t(`status.${twin.status}`)})
          </li>
        ))}
      </ul>
    </Alert>
  );
}
