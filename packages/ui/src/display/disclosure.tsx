import type { Child } from "hono/jsx";

export interface AccordionItem {
  readonly heading: string;
  readonly content: Child;
  readonly open?: boolean;
  readonly id?: string;
}

/** Questions that open their answers; the browser's own disclosure, so it needs no script. */
export function Accordion({ items, level = 3 }: { items: readonly AccordionItem[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <div class="cc-accordion">
      {items.map((item) => (
        <details open={item.open} id={item.id}>
          <summary>
            <Heading>{item.heading}</Heading>
          </summary>
          <div class="cc-accordion__content cc-stack">{item.content}</div>
        </details>
      ))}
    </div>
  );
}
