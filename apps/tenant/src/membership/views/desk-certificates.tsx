import { Actions, ButtonLink, localHref, type Site } from "@concord/ui";
import type { Certificate } from "../../credentials/index.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { DeskProps } from "./desk-page.tsx";

/** A member's certificates to take along, or why there is none now. */
export function Certificates({
  site,
  profile,
  certificates,
}: Pick<DeskProps, "site" | "profile" | "certificates">) {
  const t = messages.in(site.locale);
  const [newest] = certificates;
  if (!newest) return null;
  if (newest.status !== "valid") return <p>{t("desk.no-certificate")}</p>;
  return (
    <>
      <h2>{t("desk.certificate-title")}</h2>
      {certificates.map((certificate) => (
        <CertificateLinks site={site} certificate={certificate} />
      ))}
      {profile.program.decal && <p>{t("desk.decal", { email: profile.office.email })}</p>}
    </>
  );
}

function CertificateLinks({ site, certificate }: { site: Site; certificate: Certificate }) {
  const t = messages.in(site.locale);
  const { facts } = certificate;
  return (
    <>
      {facts.kind === "membership" && (
        <p>
          {t("desk.certificate-term", {
            from: longDay(facts.validFrom, site.locale),
            until: longDay(facts.validUntil, site.locale),
          })}
        </p>
      )}
      <Actions>
        <ButtonLink href={localHref(site, `/certificates/${certificate.id}.pdf`)} download>
          {t("desk.certificate")}
        </ButtonLink>
        <ButtonLink href={localHref(site, `/certificates/${certificate.id}.jwt`)} look="outline" download>
          {t("desk.badge")}
        </ButtonLink>
      </Actions>
      <p>
        <a href={localHref(site, `/verify/${certificate.code}`)}>
          {t("desk.verify", { code: certificate.code })}
        </a>
      </p>
    </>
  );
}
