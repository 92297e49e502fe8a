import { useChrome } from "../page/site-scope.tsx";

/**
 * By cursors: `previousHref` and `nextHref` alone. By numbers: also `page`, `pages` and `pageHref`.
 * Nothing where there is one page.
 */
export function Pagination(props: {
  previousHref?: string;
  nextHref?: string;
  page?: number;
  pages?: number;
  pageHref?: (page: number) => string;
}) {
  const t = useChrome();
  const { previousHref, nextHref, page, pages, pageHref } = props;
  if (!previousHref && !nextHref) return null;
  const numbers = page && pages && pageHref ? pageSlots(page, pages) : [];
  return (
    <nav class="usa-pagination" aria-label={t("pagination.label")}>
      <ul class="usa-pagination__list">
        {previousHref && (
          <li class="usa-pagination__item usa-pagination__arrow">
            <a class="usa-pagination__link usa-pagination__previous-page" href={previousHref} rel="prev">
              <span aria-hidden="true">←</span> {t("pagination.previous")}
            </a>
          </li>
        )}
        {numbers.map((number) =>
          number === undefined ? (
            <li class="usa-pagination__item usa-pagination__overflow">
              <span>…</span>
            </li>
          ) : (
            <li class="usa-pagination__item usa-pagination__page-no">
              <a
                class={`usa-pagination__button${number === page ? " usa-current" : ""}`}
                href={pageHref?.(number)}
                aria-label={t(number === pages ? "pagination.last" : "pagination.page", { page: number })}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </a>
            </li>
          ),
        )}
        {nextHref && (
          <li class="usa-pagination__item usa-pagination__arrow">
            <a class="usa-pagination__link usa-pagination__next-page" href={nextHref} rel="next">
              {t("pagination.next")} <span aria-hidden="true">→</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last, and the neighbors of `page`; undefined is a gap. */
function pageSlots(page: number, pages: number): (number | undefined)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((one, at) => {
    const before = shown[at - 1];
    if (before === undefined || one === before + 1) return [one];
    return one === before + 2 ? [before + 1, one] : [undefined, one];
  });
}
