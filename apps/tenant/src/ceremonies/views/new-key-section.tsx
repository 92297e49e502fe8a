import { writeMoment } from "@concord/runtime";
import { fingerprint } from "@concord/stewardship";
import { Actions, Alert, Button, ButtonLink, Form, localHref, ProcessList, type Site } from "@concord/ui";
import type { Asked } from "../joining-folder.ts";
import { messages } from "../messages.ts";
import type { KeyView } from "../read-key.ts";

interface NewKeyProps {
  readonly site: Site;
  readonly view: KeyView;
}

const home = "/office/network/key";

/** Another key in the place of the present one: asked for, waited for, taken over by itself, and the old one ended. */
export function NewKeySection({ site, view }: NewKeyProps) {
  const t = messages.in(site.locale);
  const { asked, desk } = view;
  return (
    <>
      <h2 id="new-key">{t("key.new")}</h2>
      <ToRetire site={site} view={view} />
      {asked ? (
        <Waiting site={site} view={view} asked={asked} />
      ) : (
        <>
          <p>{t("key.new-why")}</p>
          <Form action={localHref(site, `${home}/ask`)} plain>
            <Actions>
              {desk && (
                <Button name="way" value="send">
                  {t("key.send", { desk })}
                </Button>
              )}
              <Button name="way" value="file" look={desk ? "outline" : "primary"}>
                {t("key.file")}
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </>
  );
}

/** An old key that may still sign, and signs no more. */
function ToRetire({ site, view: { keys, asked } }: NewKeyProps) {
  const t = messages.in(site.locale);
  const old = keys.filter(({ present, kid }) => !present && kid !== asked?.kid);
  if (!keys.some(({ present }) => present)) return null;
  return (
    <>
      {old.map(({ kid, signedThrough }) => (
        <Alert kind="warning" heading={t("key.retire")} level={3}>
          <p>{t("key.retire-do", { seq: signedThrough })}</p>
          <p class="cc-spoken">
            <code>{fingerprint(kid)}</code>
          </p>
        </Alert>
      ))}
    </>
  );
}

function Waiting({ site, view, asked }: NewKeyProps & { asked: Asked }) {
  const t = messages.in(site.locale);
  const { feed, code } = view;
  const standing = asked.standing ?? "unknown";
  // After a close the keepers know where the new key begins.
  const closed = feed.halted?.source === "office" || feed.epoch === undefined;
  return (
    <>
      <Alert
        kind="info"
        heading={t(asked.sent ? `key.standing.${standing}` : "wait.standing.ready")}
        level={3}
      >
        {asked.lookedAt && <p>{t("wait.looked", { at: writeMoment(asked.lookedAt, site) })}</p>}
      </Alert>
      <Form action={localHref(site, `${home}/look`)} plain>
        <Button>{t("wait.look")}</Button>
      </Form>
      <ProcessList
        items={[
          {
            heading: t(asked.sent ? "wait.sent" : "wait.send"),
            content: (
              <ButtonLink href={localHref(site, `${home}/request`)} download={`${code}.join`} look="outline">
                {t("wait.download")}
              </ButtonLink>
            ),
          },
          {
            heading: t(closed ? "key.read-one" : "key.read"),
            content: (
              <>
                <p>{t(closed ? "key.read-one-why" : "key.read-why")}</p>
                <p class="cc-spoken">
                  <code>{fingerprint(asked.kid)}</code>
                </p>
                {!closed && <p>{t("key.read-from", { seq: feed.size + 1 })}</p>}
              </>
            ),
          },
          { heading: t("key.then"), content: <p>{t("key.then-why")}</p> },
        ]}
      />
      <Form action={localHref(site, `${home}/stop`)} plain>
        <Button look="plain">{t("key.stop")}</Button>
      </Form>
    </>
  );
}
