import type { Child, PropsWithChildren } from "hono/jsx";

/** The h1 of an inner page. `over` is a short line above it, such as a reference number. */
export function PageHeading({
  title,
  lang,
  lead,
  over,
  actions,
}: {
  title: string;
  /** Where the title is not in the page's language. */
  lang?: string | undefined;
  lead?: Child;
  over?: Child;
  actions?: Child;
}) {
  return (
    <div class="cc-heading">
      <div class="cc-heading__text">
        {over && <p class="cc-heading__over">{over}</p>}
        <h1 lang={lang}>{title}</h1>
        {lead && <p class="usa-intro">{lead}</p>}
      </div>
      {actions && <div class="cc-heading__actions">{actions}</div>}
    </div>
  );
}

/**
 * The first screen of a front page, in a Page of width `full`: the h1, what this is, what to do next (`actions`),
 * and an `aside` with something true, such as today's figures.
 */
export function Hero({
  title,
  lead,
  actions,
  aside,
}: {
  title: string;
  lead?: Child;
  actions?: Child;
  aside?: Child;
}) {
  return (
    <div class="cc-hero">
      <div class="cc-width cc-hero__inner">
        <div class="cc-hero__text">
          <h1>{title}</h1>
          {lead && <p class="cc-hero__lead">{lead}</p>}
          {actions && <div class="cc-actions">{actions}</div>}
        </div>
        {aside && <div class="cc-hero__aside">{aside}</div>}
      </div>
    </div>
  );
}

/** Parts of a section side by side where the window is wide; on a phone one after the other. */
export function Columns({ children }: PropsWithChildren) {
  return <div class="cc-halves">{children}</div>;
}

/** A band of a `full` page, with its own margins. `tone` paper is the brand's tinted ground. */
export function Section({
  title,
  id,
  tone = "plain",
  children,
}: PropsWithChildren<{ title?: string; id?: string; tone?: "plain" | "paper" }>) {
  return (
    <section class={`cc-section cc-section--${tone}`} id={id}>
      <div class="cc-width">
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </section>
  );
}
