import { demonstrationNotice } from "./demonstration-banner.tsx";
import { HotlineList } from "./hotlines.tsx";
import type { Office } from "./site.ts";
import { useChrome, useSite } from "./site-scope.tsx";

export function Footer() {
  const t = useChrome();
  const site = useSite();
  const { office, footerNav = [] } = site;
  return (
    <footer class="cc-footer">
      <div class="cc-band" aria-hidden="true" />
      <div class="cc-width cc-footer__columns">
        {office && <OfficeContact office={office} />}
        {site.hotlines.length > 0 && (
          <section class="cc-footer__column">
            <h2>{t("help.heading")}</h2>
            <HotlineList />
          </section>
        )}
        {footerNav.length > 0 && (
          <nav class="cc-footer__column" aria-label={t("nav.footer")}>
            <h2>{t("nav.footer")}</h2>
            <ul>
              {footerNav.map((item) => (
                <li>
                  <a href={item.href}>{item.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <Identifier />
    </footer>
  );
}

function OfficeContact({ office }: { office: Office }) {
  const t = useChrome();
  return (
    <section class="cc-footer__column">
      <h2>{t("footer.contact")}</h2>
      <address>
        <strong>{office.name}</strong>
        {office.address?.map((line) => (
          <span>{line}</span>
        ))}
        {office.phone && (
          <span>
            {t("footer.phone")}: <a href={`tel:${office.phone.replace(/[^0-9+]/g, "")}`}>{office.phone}</a>
          </span>
        )}
        {office.email && (
          <span>
            {t("footer.email")}: <a href={`mailto:${office.email}`}>{office.email}</a>
          </span>
        )}
        {office.website && (
          <span>
            {t("footer.website")}: <a href={office.website}>{office.website.replace(/^https?:\/\//, "")}</a>
          </span>
        )}
      </address>
    </section>
  );
}

function Identifier() {
  const t = useChrome();
  const site = useSite();
  const notice = demonstrationNotice(site);
  return (
    <section class="cc-identifier" aria-label={t("footer.identifier")}>
      <div class="cc-width">
        <p class="cc-identifier__name">{site.title}</p>
        {site.official && site.office && <p>{site.office.name}</p>}
        {notice && (
          <p>
            {notice} {t("footer.demonstration")}
          </p>
        )}
      </div>
    </section>
  );
}
