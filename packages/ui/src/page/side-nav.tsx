import type { NavItem } from "./site.ts";
import { useChrome } from "./site-scope.tsx";

/** The pages of one section; for Page's `side`. */
export function SideNav({ items, label }: { items: readonly NavItem[]; label?: string }) {
  const t = useChrome();
  return (
    <nav aria-label={label ?? t("nav.section")}>
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
    </nav>
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
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
