import type { NavItem } from "./site.ts";
import { useChrome } from "./site-scope.tsx";

/** The last item is this page. */
export function Breadcrumb({ items }: { items: readonly NavItem[] }) {
  const t = useChrome();
  return (
    <nav class="usa-breadcrumb usa-breadcrumb--wrap" aria-label={t("nav.breadcrumb")}>
      <ol class="usa-breadcrumb__list">
        {items.map((item, at) => (
          <li class="usa-breadcrumb__list-item" aria-current={at === items.length - 1 ? "page" : undefined}>
            {at === items.length - 1 ? (
              <span>{item.label}</span>
            ) : (
              <a href={item.href} class="usa-breadcrumb__link">
                <span>{item.label}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
