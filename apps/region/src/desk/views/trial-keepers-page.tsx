import {
  ButtonLink,
  Card,
  CardList,
  CopyField,
  localHref,
  PageHeading,
  ProcessList,
  type Site,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { TrialKeeper } from "../model.ts";
import { BackToDesk } from "./document-page.tsx";

/** The made-up keepers of a trial, with their key files and the one passphrase. */
export function TrialKeepersPage({ site, keepers }: { site: Site; keepers: readonly TrialKeeper[] }) {
  const t = messages.in(site.locale);
  const say = (heading: string, text: string) => ({ heading, content: <p>{text}</p> });
  return (
    <RegionPage site={site} title={t("trial.title")}>
      <PageHeading title={t("trial.title")} lead={t("trial.lead")} />
      <ProcessList
        level={2}
        items={[
          say(t("trial.step.key"), t("trial.step.key-body")),
          say(t("trial.step.sign"), t("trial.step.sign-body")),
          say(t("trial.step.other"), t("trial.step.other-body")),
        ]}
      />
      <CopyField id="trial-passphrase" label={t("trial.passphrase")} value={keepers[0]?.passphrase ?? ""} />
      <CardList columns={2}>
        {keepers.map(({ name }, at) => (
          <Card title={name} level={2}>
            <p>{t("trial.keeper")}</p>
            <div class="cc-actions">
              {(["registry", "root"] as const).map((document) => (
                <ButtonLink
                  href={`/network/desk/trial-keepers/${at + 1}/${document}`}
                  look="outline"
                  download={`${name.toLowerCase()}-${document}.key`}
                  label={`${name}: ${t(`trial.key.${document}`)}`}
                >
                  {t(`trial.key.${document}`)}
                </ButtonLink>
              ))}
            </div>
          </Card>
        ))}
      </CardList>
      <p>{t("trial.real")}</p>
      <p>
        <a href={localHref(site, "/network")}>{t("proposal.finished-next")}</a>
      </p>
      <BackToDesk site={site} />
    </RegionPage>
  );
}
