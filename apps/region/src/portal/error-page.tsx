import type { Problem } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { Actions, ButtonLink, localHref, Page, PageHeading } from "@concord/ui";
import type { PortalContext } from "./environment.ts";
import { messages } from "./messages.ts";

const kinds = ["not-found", "invalid", "rate-limited", "unavailable"] as const;

/** An error as a page for people: what happened, and a way out. */
export function errorPage(c: PortalContext, problem: Problem, error: unknown): Response | Promise<Response> {
  const site = c.get("site");
  const t = messages.in(site.locale);
  const kind = (error instanceof DomainError && kinds.find((known) => known === error.kind)) || "unexpected";
  c.status(problem.status);
  return c.html(
    <Page site={site} title={t(`error.title.${kind}`)}>
      <PageHeading title={t(`error.title.${kind}`)} />
      <p class="usa-intro">{t(`error.body.${kind}`)}</p>
      {kind === "unexpected" && <p>{t("error.request", { id: problem.instance })}</p>}
      <Actions>
        <ButtonLink href={localHref(site, "/")}>{t("error.home")}</ButtonLink>
      </Actions>
    </Page>,
  );
}
