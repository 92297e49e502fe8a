import { useChrome } from "./site-scope.tsx";

/** A site that nobody minds on a screen. A plain link, so it works without scripts. */
const exitHref = "https://www.weather.gov";

/** GOV.UK's pattern: in view at all times; the script blanks the page at once and listens for Shift three times. */
export function ExitButton() {
  const t = useChrome();
  return (
    <div class="cc-exit">
      <a
        class="cc-exit__button"
        href={exitHref}
        rel="nofollow noreferrer noopener"
        data-exit-page
        data-leaving={t("exit.leaving")}
        data-pressed-once={t("exit.pressed", { count: 1 })}
        data-pressed-twice={t("exit.pressed", { count: 2 })}
      >
        {t("exit.button")}
        <span class="cc-exit__keys"> {t("exit.keys")}</span>
      </a>
      <span class="usa-sr-only" role="status" data-exit-status />
    </div>
  );
}

/** Says how leaving works; belongs on the help page, which the help strip links. */
export function ExitPageExplainer({ level = 2 }: { level?: 2 | 3 }) {
  const t = useChrome();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id="exit-this-page" class="cc-section">
      <Heading>{t("exit.heading")}</Heading>
      <ul class="usa-list">
        <li>{t("exit.explainButton")}</li>
        <li>{t("exit.explainKeys")}</li>
        <li>{t("exit.explainTab")}</li>
        <li>{t("exit.explainHistory")}</li>
        <li>{t("exit.explainMonitor")}</li>
      </ul>
    </section>
  );
}
