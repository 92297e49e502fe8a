import { useChrome } from "./site-scope.tsx";

/** The first stop of the keyboard; the second is Exit this page. */
export function SkipLink() {
  const t = useChrome();
  return (
    <a class="usa-skipnav" href="#main-content">
      {t("skip.content")}
    </a>
  );
}
