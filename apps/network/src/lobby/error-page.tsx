import type { Problem } from "@concord/http";
import { DomainError } from "@concord/runtime";
import type { Context } from "hono";
import { messages } from "./messages.ts";
import { lobbyHref, lobbySite, type SiteDeps } from "./site.ts";
import { NoticePage } from "./views/notice-page.tsx";

const kinds = ["not-found", "forbidden", "invalid"] as const;

/** An error as a page for people: what happened, and a way out. */
export function errorPage(deps: SiteDeps) {
  return (c: Context, problem: Problem, error: unknown): Response | Promise<Response> => {
    const site = lobbySite(c, deps);
    const t = messages.in(site.locale);
    const kind = (error instanceof DomainError && kinds.find((one) => one === error.kind)) || "unexpected";
    const texts = [t(`error.body.${kind}`)];
    if (kind === "unexpected") texts.push(t("error.request", { id: problem.instance }));
    const way = { href: lobbyHref(deps.config.port, site.locale, "/"), label: t("away.lobby") };
    c.header("Cache-Control", "no-store");
    return c.html(
      <NoticePage site={site} title={t(`error.title.${kind}`)} texts={texts} way={way} />,
      problem.status,
    );
  };
}
