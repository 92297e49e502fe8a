import type { Child } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";

/** A search that is a GET; `children` are further filters in the same form. */
export function Search(props: {
  action: string;
  name?: string;
  value?: string;
  label?: string;
  hint?: string;
  children?: Child;
}) {
  const t = useChrome();
  const name = props.name ?? "q";
  const label = props.label ?? t("search.label");
  return (
    <search class="cc-search">
      <form action={props.action} method="get" aria-label={label}>
        <div class="cc-search__row">
          <div class="cc-search__words">
            <label class="usa-label" for={`search-${name}`}>
              {label}
            </label>
            {props.hint && (
              <div class="usa-hint" id={`search-${name}-hint`}>
                {props.hint}
              </div>
            )}
            <input
              class="usa-input"
              type="search"
              id={`search-${name}`}
              name={name}
              value={props.value}
              aria-describedby={props.hint ? `search-${name}-hint` : undefined}
            />
          </div>
          {props.children}
          <button class="usa-button" type="submit">
            {t("search.submit")}
          </button>
          {props.value && (
            <a class="cc-search__clear" href={props.action}>
              {t("search.clear")}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}
