import { messages } from "../messages.ts";
import type { Site } from "./site.ts";
import { useChrome, useSite } from "./site-scope.tsx";

/** The notice that everything leaving a trial carries, also outside pages; undefined for an official site. */
export function demonstrationNotice(
  site: Pick<Site, "official" | "jurisdictionName" | "locale">,
): string | undefined {
  if (site.official) return undefined;
  const t = messages.in(site.locale);
  return site.jurisdictionName
    ? t("demonstration.banner", { name: site.jurisdictionName })
    : t("demonstration.general");
}

export function DemonstrationBanner() {
  const t = useChrome();
  const notice = demonstrationNotice(useSite());
  if (!notice) return null;
  return (
    <section class="cc-demonstration" aria-label={t("demonstration.label")}>
      <p class="cc-width">{notice}</p>
    </section>
  );
}
