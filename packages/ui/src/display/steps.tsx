import { writeDayOf, writeMoment } from "@concord/runtime";
import type { Child } from "hono/jsx";
import { useChrome, useSite } from "../page/site-scope.tsx";

/** How something is done, in order. */
export function ProcessList({
  items,
  level = 3,
}: {
  items: readonly { heading: string; content?: Child }[];
  level?: 2 | 3 | 4;
}) {
  const Heading = `h${level}` as const;
  return (
    <ol class="usa-process-list">
      {items.map((item) => (
        <li class="usa-process-list__item">
          <Heading class="usa-process-list__heading">{item.heading}</Heading>
          {item.content && <div class="cc-stack">{item.content}</div>}
        </li>
      ))}
    </ol>
  );
}

export interface TimelineItem {
  readonly at: Date;
  readonly heading: Child;
  readonly content?: Child;
}

/** What happened, with its days by the site's clock, and with the hours where `time` asks for them. */
export function Timeline({ items, time = false }: { items: readonly TimelineItem[]; time?: boolean }) {
  const site = useSite();
  const write = time ? writeMoment : writeDayOf;
  return (
    <ol class={time ? "cc-timeline cc-timeline--moments" : "cc-timeline"}>
      {items.map((item) => (
        <li>
          <time datetime={item.at.toISOString()}>{write(item.at, site)}</time>
          <div>
            <div class="cc-timeline__heading">{item.heading}</div>
            {item.content && <div>{item.content}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where a person is in a form of several pages. `current` counts from 1; its label heads the page as h2. */
export function StepIndicator({ steps, current }: { steps: readonly string[]; current: number }) {
  const t = useChrome();
  const state = (at: number) => (at + 1 < current ? "done" : at + 1 === current ? "now" : "todo");
  const look = { done: "complete", now: "current", todo: "" };
  return (
    <section class="usa-step-indicator usa-step-indicator--counters-sm" aria-label={t("steps.label")}>
      <ol class="usa-step-indicator__segments">
        {steps.map((step, at) => (
          <li
            class={`usa-step-indicator__segment${look[state(at)] && ` usa-step-indicator__segment--${look[state(at)]}`}`}
            aria-current={state(at) === "now" ? "step" : undefined}
          >
            <span class="usa-step-indicator__segment-label">
              {step} <span class="usa-sr-only">{t(`steps.${state(at)}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <div class="usa-step-indicator__header">
        <h2 class="usa-step-indicator__heading">
          <span class="usa-step-indicator__heading-counter">
            {t("steps.current", { current, total: steps.length })}
          </span>{" "}
          <span class="usa-step-indicator__heading-text">{steps[current - 1]}</span>
        </h2>
      </div>
    </section>
  );
}
