import { localHref, type Site } from "@concord/ui";
import type { LobbyView } from "../../lobby/view-data.ts";
import { messages } from "../messages.ts";
import { nextStep, stepStates, type Tour } from "../tour-model.ts";

/** A slim line: six steps, what is done, and where to go on. */
export function TourBar({ site, tour }: { site: Site; view: LobbyView; tour: Tour }) {
  const t = messages.in(site.locale);
  const states = stepStates(tour);
  const next = nextStep(states);
  const done = states.filter((step) => step.done).length;
  return (
    <nav class="cl-tour" aria-label={t("tour.bar", { done })}>
      <div class="cc-width cl-tour__inner">
        <span class="cl-tour__name">{t("tour.title")}</span>
        <ol>
          {states.map((step, at) => (
            <li class={step.done ? "cl-tour__done" : step === next ? "cl-tour__next" : undefined}>
              <a
                href={`${localHref(site, "/tour")}#${step.name}`}
                aria-current={step === next ? "step" : undefined}
              >
                <span class="cl-tour__mark" aria-hidden="true">
                  {step.done ? "✓" : at + 1}
                </span>
                <span class="cl-tour__word">{t(`tour.short.${step.name}`)}</span>
                {step.done && <span class="usa-sr-only">, {t("tour.ticked")}</span>}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
