import type { PropsWithChildren } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";

export type AlertKind = "info" | "success" | "warning" | "error";

/** A notice inside the content. `announce` reads it out when the page opens, for the result of what was just done. */
export function Alert(
  props: PropsWithChildren<{ kind?: AlertKind; heading?: string; announce?: boolean; level?: 2 | 3 | 4 }>,
) {
  const t = useChrome();
  const { kind = "info", heading, announce, level = 2 } = props;
  const Heading = `h${level}` as const;
  const role = announce ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div class={`usa-alert usa-alert--${kind}${heading ? "" : " usa-alert--slim"}`} role={role}>
      <div class="usa-alert__body">
        {heading ? (
          <Heading class="usa-alert__heading">{heading}</Heading>
        ) : (
          <span class="usa-sr-only">{t(`alert.${kind}`)}: </span>
        )}
        <div class="usa-alert__text">{props.children}</div>
      </div>
    </div>
  );
}

/** The key facts of a long page, in a box near its start. */
export function SummaryBox({ heading, children }: PropsWithChildren<{ heading: string }>) {
  return (
    <section class="usa-summary-box" aria-label={heading}>
      <div class="usa-summary-box__body">
        <h2 class="usa-summary-box__heading">{heading}</h2>
        <div class="usa-summary-box__text">{children}</div>
      </div>
    </section>
  );
}
