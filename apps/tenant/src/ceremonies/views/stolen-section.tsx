import { Alert, Button, DescriptionList, Form, localHref, ProcessList, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import { spoken } from "../model.ts";
import type { KeyView } from "../read-key.ts";

const home = "/office/network/key";

/** Somebody else may have the key: first nothing more is signed, then the keepers are told where our own entries end. */
export function StolenSection({ site, view }: { site: Site; view: KeyView }) {
  const t = messages.in(site.locale);
  const { halted } = view.feed;
  if (halted?.source !== "office")
    return (
      <>
        <h2 id="stolen">{t("stolen.title")}</h2>
        <p>{t("stolen.why")}</p>
        {!halted && (
          <Form action={localHref(site, `${home}/halt`)} plain>
            <Button look="danger">{t("stolen.halt")}</Button>
          </Form>
        )}
      </>
    );
  return (
    <>
      <h2 id="stolen">{t("stolen.title")}</h2>
      <Alert kind="warning" heading={t("stolen.halted")} level={3}>
        {t("stolen.halted-why")}
      </Alert>
      <ProcessList
        items={[
          {
            heading: t("stolen.call"),
            content: (
              <>
                <p>{t("stolen.call-why")}</p>
                <LastEntry site={site} seq={halted.seq} head={halted.head} />
              </>
            ),
          },
          { heading: t("stolen.find"), content: <p>{t("stolen.find-why")}</p> },
          { heading: t("stolen.new"), content: <p>{t("stolen.new-why")}</p> },
        ]}
      />
      <Form action={localHref(site, `${home}/resume`)} plain>
        <Button look="plain">{t("stolen.false")}</Button>
        <p class="usa-hint">{t("stolen.false-why")}</p>
      </Form>
    </>
  );
}

/** What a keeper types to close our epoch. */
export function LastEntry({ site, seq, head }: { site: Site; seq: number; head: string }) {
  const t = messages.in(site.locale);
  return (
    <DescriptionList
      items={[
        { term: t("stolen.seq"), detail: String(seq) },
        { term: t("stolen.head"), detail: <code>{spoken(head)}</code> },
      ]}
    />
  );
}
