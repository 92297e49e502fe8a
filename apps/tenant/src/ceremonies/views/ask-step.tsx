import { Actions, Alert, Button, Form, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { NetworkFacts, Ourselves } from "../read-join.ts";
import { MembersTable, NetworkList, OurselvesList } from "./network-facts.tsx";
import { StopForm } from "./stop-form.tsx";

interface AskProps {
  readonly site: Site;
  readonly ourselves: Ourselves;
  readonly network: NetworkFacts;
}

/** What was found, what we shall say of ourselves, and the button that asks. */
export function AskStep({ site, ourselves, network }: AskProps) {
  const t = messages.in(site.locale);
  const { desk } = network;
  return (
    <>
      <Alert kind="success" announce>
        {t("ask.found")}
      </Alert>
      <h3>{t("ask.network")}</h3>
      <p>{t("ask.network-why")}</p>
      <NetworkList site={site} network={network} />
      <MembersTable site={site} network={network} />
      <h3>{t("ask.ourselves")}</h3>
      <p>{t("ask.ourselves-why")}</p>
      <OurselvesList site={site} ourselves={ourselves} />
      <h3>{t("ask.request")}</h3>
      <p>{t(desk ? "ask.request-why" : "ask.request-no-desk", { desk: desk?.name ?? "" })}</p>
      <Form action={localHref(site, "/office/network/join/ask")} plain>
        <Actions>
          {desk && (
            <Button name="way" value="send">
              {t("ask.send", { desk: desk.name })}
            </Button>
          )}
          <Button name="way" value="file" look={desk ? "outline" : "primary"}>
            {t("ask.file")}
          </Button>
        </Actions>
      </Form>
      <StopForm site={site} />
    </>
  );
}
