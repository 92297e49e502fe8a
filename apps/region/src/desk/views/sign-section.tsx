import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  FileField,
  Form,
  localHref,
  ProcessList,
  type Site,
} from "@concord/ui";
import { messages } from "../messages.ts";
import type { DeskDocument } from "../read-document.ts";
import { openKeys } from "./signers.tsx";

interface Props {
  readonly site: Site;
  readonly document: DeskDocument;
  /** Where the document is downloaded as it stands. */
  readonly download: string;
}

/** The two ways to sign: in this browser, and on a machine without a network. */
export function SignSection({ site, document, download }: Props) {
  const t = messages.in(site.locale);
  const file = `${document.document}.partial`;
  return (
    <>
      <h2>{t("sign.title")}</h2>
      <SignHere
        {...{ site, text: document.signed, signed: document.signers, action: "/network/desk/documents" }}
        typ={`concord-${document.document}+jws`}
        maySign={openKeys(document)}
        withoutScripts={t("sign.no-script")}
      />
      <p class="region-note">{t("sign.trust")}</p>
      <h2>{t("offline.title")}</h2>
      <p>{t("offline.lead")}</p>
      <ProcessList
        items={[
          {
            heading: t("offline.step.download"),
            content: (
              <ButtonLink href={download} look="outline" download={file}>
                {t("offline.download", { file })}
              </ButtonLink>
            ),
          },
          {
            heading: t("offline.step.sign"),
            content: <pre class="region-command">{`concord network sign ${file} --with <your.key>`}</pre>,
          },
          { heading: t("offline.step.upload"), content: <HandIn site={site} /> },
        ]}
      />
    </>
  );
}

/** A signed file from elsewhere. */
function HandIn({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Form
      action={localHref(site, "/network/desk/documents")}
      id="hand-in"
      upload
      plain
      label={t("offline.upload")}
    >
      <FileField name="file" label={t("field.file")} hint={t("field.file-hint")} required />
      <Actions>
        <Button look="outline">{t("offline.upload")}</Button>
      </Actions>
    </Form>
  );
}

const said = ["busy", "sent", "no-file", "wrong", "foreign", "twice", "old-browser"] as const;

interface Signing {
  readonly site: Site;
  /** What is signed: a general JWS, to which the script adds a signature. */
  readonly text: string;
  readonly typ: string;
  /** The keys whose signature would count, and those that signed already. */
  readonly maySign: readonly string[];
  readonly signed: readonly string[];
  readonly action: string;
  /** What somebody reads whose browser runs none. */
  readonly withoutScripts: string;
}

/**
 * The key's fields have no name and stand in no form: nothing but the script can read them, and it sends neither.
 * Only the form with the document is posted.
 */
export function SignHere({ site, text, typ, maySign, signed, action, withoutScripts }: Signing) {
  const t = messages.in(site.locale);
  const words = Object.fromEntries(said.map((key) => [`data-say-${key}`, t(`sign.${key}`)]));
  return (
    <>
      <p>{t("sign.lead")}</p>
      <noscript>
        <Alert kind="warning">{withoutScripts}</Alert>
      </noscript>
      <div
        class="cc-form"
        id="desk-sign"
        hidden
        data-typ={typ}
        data-may-sign={maySign.join(" ")}
        data-signed={signed.join(" ")}
        {...words}
      >
        <div class="usa-form-group">
          <label class="usa-label" for="desk-key">
            {t("sign.key")}
          </label>
          <div class="usa-hint" id="desk-key-hint">
            {t("sign.key-hint")}
          </div>
          <input
            class="cc-file"
            type="file"
            id="desk-key"
            aria-describedby="desk-key-hint desk-sign-status"
          />
        </div>
        <div class="usa-form-group">
          <label class="usa-label" for="desk-passphrase">
            {t("sign.passphrase")}
          </label>
          <input
            class="usa-input"
            type="password"
            id="desk-passphrase"
            autocomplete="off"
            aria-describedby="desk-sign-status"
          />
        </div>
        <p class="region-said" id="desk-sign-status" role="status" />
        <Actions>
          <Button type="button">{t("sign.button")}</Button>
        </Actions>
      </div>
      <form id="desk-document" method="post" action={localHref(site, action)}>
        <input type="hidden" name="document" value={text} />
      </form>
    </>
  );
}
