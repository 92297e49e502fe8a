import { writeDayOf, writeMoment } from "@concord/runtime";
import { fingerprint } from "@concord/stewardship";
import { Alert, Button, ButtonLink, Form, localHref, ProcessList, type Site } from "@concord/ui";
import type { Asked } from "../joining-folder.ts";
import { messages } from "../messages.ts";
import type { Standing } from "../model.ts";
import type { NetworkFacts, Ourselves } from "../read-join.ts";
import { OurselvesList } from "./network-facts.tsx";
import { StopForm } from "./stop-form.tsx";

interface WaitProps {
  readonly site: Site;
  readonly ourselves: Ourselves;
  readonly network: NetworkFacts;
  readonly asked: Asked;
}

const kinds: Readonly<Record<Standing, "info" | "success" | "warning" | "error">> = {
  waiting: "info",
  proposed: "success",
  unknown: "warning",
  unreachable: "warning",
  "other-key": "error",
  unwanted: "error",
};

/** The fingerprint to read out, and how the request stands. */
export function WaitStep({ site, ourselves, network, asked }: WaitProps) {
  const t = messages.in(site.locale);
  const read = fingerprint(asked.kid);
  const request = localHref(site, "/office/network/join/request");
  return (
    <>
      <HowItStands site={site} asked={asked} />
      <Form action={localHref(site, "/office/network/join/look")} plain>
        <Button>{t("wait.look")}</Button>
      </Form>
      <ProcessList
        items={[
          {
            heading: t(asked.sent ? "wait.sent" : "wait.send"),
            content: (
              <>
                <p>
                  {t(asked.sent ? "wait.sent-why" : "wait.send-why", {
                    desk: network.desk?.name ?? "",
                    date: writeDayOf(asked.at, site),
                  })}
                </p>
                <ButtonLink href={request} download={`${ourselves.code}.join`} look="outline">
                  {t("wait.download")}
                </ButtonLink>
              </>
            ),
          },
          {
            heading: t("wait.call"),
            content: (
              <>
                <p>{t("wait.call-why")}</p>
                <p class="cc-spoken">
                  <code>{read}</code>
                </p>
                <p>{t("wait.call-never")}</p>
              </>
            ),
          },
          { heading: t("wait.keepers"), content: <p>{t("wait.keepers-why")}</p> },
          { heading: t("wait.then"), content: <p>{t("wait.then-why")}</p> },
        ]}
      />
      <h3>{t("wait.ourselves")}</h3>
      <OurselvesList site={site} ourselves={ourselves} />
      <StopForm site={site} />
    </>
  );
}

function HowItStands({ site, asked }: { site: Site; asked: Asked }) {
  const t = messages.in(site.locale);
  const standing = asked.standing ?? "unknown";
  const first = asked.standing === undefined;
  return (
    <Alert
      kind={first ? "info" : kinds[standing]}
      heading={t(first ? "wait.standing.ready" : `wait.standing.${standing}`)}
      level={3}
      announce
    >
      <p>{t(first ? "wait.do.ready" : `wait.do.${standing}`)}</p>
      {asked.lookedAt && <p>{t("wait.looked", { at: writeMoment(asked.lookedAt, site) })}</p>}
    </Alert>
  );
}
