import { Alert, Button, Form, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";

/** On the first page of a trial's application; `county` is where a link wants the made-up place to be. */
export function MadeUpStart({ site, county }: { site: Site; county?: string | undefined }) {
  return (
    <Form action={localHref(site, "/join/made-up")} plain>
      {county && <input type="hidden" name="county" value={county} />}
      <MadeUpBox site={site} />
    </Form>
  );
}

/** Inside a form of the application, after its own buttons, so that what was typed on the page is posted along. */
export function MadeUpRest({ site }: { site: Site }) {
  return <MadeUpBox site={site} kept />;
}

function MadeUpBox({ site, kept }: { site: Site; kept?: boolean }) {
  const t = messages.in(site.locale);
  return (
    <Alert kind="info" heading={t("made-up.title")}>
      <p>
        {t("made-up.lead")} {kept && t("made-up.kept")}
      </p>
      <Button look="outline" name="go" value="made-up">
        {t("made-up.fill")}
      </Button>
    </Alert>
  );
}

/** What is left to the visitor, above the page that is signed. */
export function MadeUpDone({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Alert kind="success" heading={t("made-up.done")} announce>
      <p>{t("made-up.done-lead")}</p>
    </Alert>
  );
}
