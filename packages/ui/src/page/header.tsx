import { brandHrefs } from "../brand/brand-stylesheet.ts";
import { languageName, localHref, type NavItem } from "./site.ts";
import { useChrome, useSite } from "./site-scope.tsx";

/** Emblem, program name, tools, navigation; the brand's `header` style arranges them. */
export function Header() {
  const t = useChrome();
  const { nav } = useSite();
  return (
    <header class="cc-header">
      <div class="cc-width cc-header__inner">
        <ProgramName />
        <div class="cc-header__tools">
          <LanguageSwitch />
          <AccountArea />
        </div>
      </div>
      {nav.length > 0 && (
        <nav class="cc-nav" aria-label={t("nav.main")}>
          <div class="cc-width">
            <details class="cc-nav__menu">
              <summary>{t("nav.menu")}</summary>
              <NavList items={nav} />
            </details>
            <div class="cc-nav__row">
              <NavList items={nav} />
            </div>
          </div>
        </nav>
      )}
      <div class="cc-band" aria-hidden="true" />
    </header>
  );
}

function ProgramName() {
  const t = useChrome();
  const site = useSite();
  const { brand } = site;
  return (
    <a class="cc-brand" href={localHref(site, "/")}>
      <img class="cc-brand__emblem" src={brandHrefs(brand).emblem} alt="" width="64" height="64" />
      <span class="cc-brand__text">
        <span class="cc-brand__acronym">{brand.acronym}</span>
        <span class="cc-brand__name">
          {site.title}
          <span class="usa-sr-only">, {t("nav.home")}</span>
        </span>
      </span>
    </a>
  );
}

function NavList({ items }: { items: readonly NavItem[] }) {
  return (
    <ul class="cc-nav__list">
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Links this very page, query included, in the other languages. */
function LanguageSwitch() {
  const t = useChrome();
  const site = useSite();
  const others = site.locales.filter((locale) => locale !== site.locale);
  if (others.length === 0) return null;
  return (
    <nav class="cc-language" aria-label={t("language.label")}>
      {others.map((locale) => (
        <a href={localHref(site, site.path, locale)} lang={locale} hreflang={locale}>
          {languageName(locale)}
        </a>
      ))}
    </nav>
  );
}

function AccountArea() {
  const t = useChrome();
  const site = useSite();
  const { account, signInHref } = site;
  if (!account) {
    if (!signInHref) return null;
    return (
      <a class="cc-account__sign-in" href={signInHref}>
        {t("account.signIn")}
      </a>
    );
  }
  return (
    <details class="cc-account">
      <summary aria-label={t("account.signedIn", { name: account.name })}>{account.name}</summary>
      <div class="cc-account__panel">
        <ul>
          {account.items.map((item) => (
            <li>
              <a href={item.href} aria-current={item.current ? "page" : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={account.signOutAction}>
          <input type="hidden" name="_csrf" value={site.csrf} />
          <button class="usa-button usa-button--unstyled" type="submit">
            {t("account.signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
