import { writeMoment } from "@concord/runtime";
import { DescriptionList } from "@concord/ui";
import { messages } from "../messages.ts";
import type { ReviewProps } from "./application-review.tsx";

/** Who signed, when, and what else stands beside the signature. */
export function Signature({ site, application }: Pick<ReviewProps, "site" | "application">) {
  const t = messages.in(site.locale);
  const said = application.handedIn ?? application.form;
  return (
    <>
      <h2>{t("review.signature")}</h2>
      <DescriptionList
        items={[
          { term: t("review.listed"), detail: t(said.listed ? "review.yes" : "review.no") },
          ...(said.heardFrom ? [{ term: t("review.heardFrom"), detail: String(said.heardFrom) }] : []),
          { term: t("review.signed-by"), detail: String(said.signature ?? t("review.missing")) },
          ...(application.submittedAt
            ? [{ term: t("status.handed-in"), detail: writeMoment(application.submittedAt, site) }]
            : []),
        ]}
      />
    </>
  );
}
