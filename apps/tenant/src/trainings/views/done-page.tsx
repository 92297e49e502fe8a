import { textIn } from "@concord/content";
import { Alert, ButtonLink, localHref, PageHeading, type Site } from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { PlayerProps } from "./player-page.tsx";
import { dayText } from "./words.ts";

/** The end of a training: thanks, and where the certificate is. */
export function DonePage(props: Omit<PlayerProps, "progress"> & { signedIn: boolean; timeZone: string }) {
  const { site, enrollment, body, signedIn, timeZone } = props;
  const t = messages.in(site.locale);
  const date = enrollment.completedAt ? dayText(enrollment.completedAt, site.locale, timeZone) : "";
  return (
    <LearnerPage site={site} title={t("done.title")} side={false}>
      <PageHeading
        title={t("done.title")}
        over={<span lang={enrollment.locale}>{textIn(body.title, enrollment.locale)}</span>}
      />
      <Alert kind="success" announce>
        {t("done.lead", { name: enrollment.learnerName, date })}
      </Alert>
      <Wallet site={site} signedIn={signedIn} email={enrollment.learnerEmail} />
      {enrollment.memberId && <p>{t("done.mailless")}</p>}
    </LearnerPage>
  );
}

function Wallet({ site, signedIn, email }: { site: Site; signedIn: boolean; email: string | null }) {
  const t = messages.in(site.locale);
  if (signedIn)
    return (
      <>
        <p>{t("done.wallet")}</p>
        <ButtonLink href={localHref(site, "/learn")}>{t("done.wallet-link")}</ButtonLink>
      </>
    );
  if (email === null) return null;
  const to = encodeURIComponent(localHref(site, "/learn"));
  return (
    <>
      <p>{t("done.by-email", { email })}</p>
      <ButtonLink href={`${localHref(site, "/sign-in")}?to=${to}`}>{t("done.sign-in")}</ButtonLink>
    </>
  );
}
