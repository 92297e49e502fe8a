import type { Problem } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { Actions, ButtonLink, localHref, Page, PageHeading } from "@concord/ui";
import { describeError } from "../error-words.ts";
import type { PortalContext } from "./environment.ts";
import { messages } from "./messages.ts";

const kinds = [
  "not-found",
  "unauthenticated",
  "forbidden",
  "conflict",
  "invalid",
  "rate-limited",
  "unavailable",
] as const;

/** An error as a page for people: what happened, what to do, and a way out. */
export function errorPage(c: PortalContext, problem: Problem, error: unknown): Response | Promise<Response> {
  const site = c.get("site");
  const t = messages.in(site.locale);
  const kind = (error instanceof DomainError && kinds.find((known) => known === error.kind)) || "unexpected";
  const body = problem.code === "http.csrf" ? t("error.csrf") : t(`error.body.${kind}`);
  // What cannot be done now says why, and what to do, where it is known.
  const why =
    (kind === "unavailable" || kind === "conflict") && error instanceof DomainError
      ? describeError(error.code, error.params, site.locale)
      : undefined;
  const back = encodeURIComponent(localHref(site, site.path));
  c.status(problem.status);
  return c.html(
    <Page site={site} title={t(`error.title.${kind}`)}>
      <PageHeading title={t(`error.title.${kind}`)} />
      <p class="usa-intro">{why ?? body}</p>
      {kind === "unexpected" && <p>{t("error.request", { id: problem.instance })}</p>}
      <Actions>
        {kind === "unauthenticated" && (
          <ButtonLink href={`${localHref(site, "/sign-in")}?to=${back}`}>{t("error.sign-in")}</ButtonLink>
        )}
        <ButtonLink href={localHref(site, "/")} look={kind === "unauthenticated" ? "outline" : "primary"}>
          {t("error.home")}
        </ButtonLink>
      </Actions>
    </Page>,
  );
}
