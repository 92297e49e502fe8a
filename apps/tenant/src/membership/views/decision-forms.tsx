import { Accordion, Actions, Button, Form, localHref, TextArea } from "@concord/ui";
import { messages } from "../messages.ts";
import type { ReviewProps } from "./application-review.tsx";

/** Approve, ask for more, deny: the three ways on with an application that is open. */
export function Decision({
  site,
  application,
  failed,
}: Pick<ReviewProps, "site" | "application" | "failed">) {
  const t = messages.in(site.locale);
  const address = localHref(site, `/office/applications/${application.id}`);
  const state = (form: string) => {
    if (failed?.form !== form) return {};
    const { form: _whole, ...errors } = failed.errors;
    return { values: failed.values, errors };
  };
  return (
    <>
      <h2>{t("review.decision")}</h2>
      <Form action={`${address}/approve`} id="approve" plain>
        <p>{t("review.approve-body")}</p>
        <Actions>
          <Button>{t("review.approve")}</Button>
        </Actions>
      </Form>
      <Accordion
        items={[
          {
            heading: t("review.ask"),
            open: failed?.form === "ask",
            content: (
              <Form action={`${address}/ask`} id="ask" {...state("ask")}>
                <TextArea
                  name="question"
                  label={t("review.question")}
                  hint={t("review.question.hint")}
                  maxlength={4_000}
                  required
                />
                <Button look="outline">{t("review.ask-send")}</Button>
              </Form>
            ),
          },
          {
            heading: t("review.deny"),
            open: failed?.form === "deny",
            content: (
              <Form action={`${address}/deny`} id="deny" {...state("deny")}>
                <TextArea
                  name="reasons"
                  label={t("review.reasons")}
                  hint={t("review.reasons.hint")}
                  maxlength={4_000}
                  required
                />
                <Button look="danger">{t("review.deny-send")}</Button>
              </Form>
            ),
          },
        ]}
      />
    </>
  );
}
