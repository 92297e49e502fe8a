import type { Child, PropsWithChildren } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";

/** One thing of a list, headed by a link to it. `meta` is a line of facts, `aside` a StatusTag. */
export function Card(
  props: PropsWithChildren<{
    title: Child;
    href?: string;
    meta?: Child;
    aside?: Child;
    level?: 2 | 3 | 4;
    lang?: string;
  }>,
) {
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <article class="cc-card" lang={props.lang}>
      <div class="cc-card__head">
        <Heading>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</Heading>
        {props.aside}
      </div>
      {props.meta && <p class="cc-card__meta">{props.meta}</p>}
      {props.children}
    </article>
  );
}

/** Cards under each other, or in columns where the screen is wide enough. */
export function CardList({ columns = 1, children }: PropsWithChildren<{ columns?: 1 | 2 }>) {
  return <div class={`cc-cards cc-cards--${columns}`}>{children}</div>;
}

export interface Detail {
  readonly term: Child;
  readonly detail: Child;
  /** A link or a button that changes it. */
  readonly action?: Child;
}

/** Terms and what they are, such as the answers of an application. */
export function DescriptionList({ items }: { items: readonly Detail[] }) {
  return (
    <dl class="cc-details">
      {items.map((item) => (
        <div class="cc-details__row">
          <dt>{item.term}</dt>
          <dd>
            {item.detail}
            {item.action && <div class="cc-details__action">{item.action}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Instead of an empty list: why it is empty, and the next step. */
export function EmptyState(props: PropsWithChildren<{ title: string; action?: Child; level?: 2 | 3 }>) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div class="cc-empty">
      <Heading>{props.title}</Heading>
      {props.children && <div class="cc-stack">{props.children}</div>}
      {props.action && <div class="cc-actions">{props.action}</div>}
    </div>
  );
}

export interface Figure {
  readonly label: string;
  /** Already formatted for the page's language. */
  readonly value: Child;
  readonly note?: Child;
}

/** A few figures with what they count. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl class="cc-figures">
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd class="cc-figures__value">{item.value}</dd>
          {item.note && <dd class="cc-figures__note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A value to be copied, such as a code or an address; `id` is unique on the page. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }) {
  const t = useChrome();
  return (
    <div class="cc-copy">
      <span class="cc-copy__label" id={`${id}-label`}>
        {label}
      </span>
      <code id={id}>{value}</code>
      <button
        class="usa-button usa-button--outline"
        type="button"
        hidden
        data-copy={id}
        data-copied={t("copy.copied")}
        aria-describedby={`${id}-label`}
      >
        {t("copy.copy")} <span role="status" />
      </button>
    </div>
  );
}
