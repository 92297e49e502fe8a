import type { Site } from "@concord/ui";
import { messages } from "../messages.ts";

/** For whoever looks into it: the statements byte for byte as they were signed. */
export function Evidence({ site, signed, about }: { site: Site; signed: readonly string[]; about: string }) {
  const t = messages.in(site.locale);
  return (
    <details>
      <summary aria-label={t("problems.evidence-of", { about })}>{t("problems.evidence-show")}</summary>
      {signed.map((text) => (
        <p>
          <code lang="en">{text}</code>
        </p>
      ))}
    </details>
  );
}
