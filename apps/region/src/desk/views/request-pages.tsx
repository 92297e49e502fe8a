import { writeDayOf } from "@concord/runtime";
import {
  Actions,
  Alert,
  Button,
  FileField,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  ProcessList,
  type Site,
  TextField,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { RequestStanding } from "../read-standing.ts";

const command =
  "concord network join --folder network --key keys/feed.json \\\n  --code <code> --name <name> --url <https://…> --out <code>.join";

/** Takes a request to join as a file or as text. */
export function AskPage({ site, errors, values }: { site: Site; errors: FormErrors; values: FormValues }) {
  const t = messages.in(site.locale);
  const failed = Object.keys(errors).length > 0;
  const handIn = (
    <Form action={localHref(site, "/network/requests")} upload {...{ errors, values }}>
      <FileField name="file" label={t("ask.file")} hint={t("ask.file-hint")} />
      <TextField name="request" label={t("ask.text")} autocomplete="off" />
      <Actions>
        <Button>{t("ask.send")}</Button>
      </Actions>
    </Form>
  );
  return (
    <RegionPage site={site} title={t("ask.title")} failed={failed}>
      <PageHeading title={t("ask.title")} lead={t("ask.lead")} />
      <ProcessList
        level={2}
        items={[
          {
            heading: t("ask.step.make"),
            content: (
              <>
                <p>{t("ask.step.make-body")}</p>
                <pre class="region-command">{command}</pre>
              </>
            ),
          },
          { heading: t("ask.step.send"), content: handIn },
          { heading: t("ask.step.call"), content: <p>{t("ask.step.call-body")}</p> },
        ]}
      />
    </RegionPage>
  );
}

const kinds = { waiting: "warning", proposed: "info", member: "success" } as const;

/** How far a request is, for whoever sent it. */
export function StandingPage({ site, standing: said }: { site: Site; standing: RequestStanding }) {
  const t = messages.in(site.locale);
  const { code, standing, registryVersion, expiresAt, signatures } = said;
  return (
    <RegionPage site={site} title={t("standing.title", { code })}>
      <PageHeading title={t("standing.title", { code })} />
      <Alert kind={kinds[standing]} heading={t(`standing.${standing}`)} announce>
        <p>
          {t(`standing.${standing}-body`, {
            day: expiresAt ? writeDayOf(expiresAt, site) : "",
            given: signatures?.given ?? 0,
            needed: signatures?.needed ?? 0,
            version: registryVersion,
          })}
        </p>
      </Alert>
      {standing !== "member" && <p>{t("standing.again")}</p>}
    </RegionPage>
  );
}
