import type { NavItem } from "./site.ts";
import { useChrome } from "./site-scope.tsx";

/** The pages of one section; for Page's `side`. On a phone it folds, as the main menu does. */
export function SideNav({ items, label }: { items: readonly NavItem[]; label?: string }) {
  const t = useChrome();
  const name = label ?? t("nav.section");
  const here = items.find(({ current }) => current)?.label;
  return (
    <nav class="cc-side" aria-label={name}>
      <details class="cc-side__menu">
        <summary>{here ? t("nav.fold", { section: name, page: here }) : name}</summary>
        <SideList items={items} />
      </details>
      <div class="cc-side__column">
        <SideList items={items} />
      </div>
    </nav>
  );
}

function SideList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul class="usa-sidenav">
      {items.map((item) => (
        <li class="usa-sidenav__item">
          <a
            href={item.href}
            class={item.current ? "usa-current" : undefined}
            aria-current={item.current ? "page" : undefined}
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Views of one thing, each with its own address: looks like tabs, works as links. */
export function Tabs({ items, label }: { items: readonly NavItem[]; label: string }) {
  return (
    <nav class="cc-tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
              {item.count && <span class="cc-tabs__count"> ({item.count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
