import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { LobbyDeps } from "./lobby.tsx";
import { lobbyLocales } from "./site.ts";

const pages = ["/", "/tour"];

/** Switches single instances off and on. */
export function switchRoutes({ network, tour, log }: LobbyDeps): Hono {
  const app = new Hono();
  app.post("/instances/:code/:change{start|stop}", async (c) => {
    const instance = [...network.tenants, network.region].find(({ code }) => code === c.req.param("code"));
    if (!instance) return c.notFound();
    const { to, locale } = await c.req.parseBody();
    if (c.req.param("change") === "stop") {
      // What was only read there is remembered by nobody else.
      await tour?.look();
      await instance.stop();
      await tour?.switched(instance.code, false);
    } else {
      // Starting takes a while; the page shows how far it is.
      instance.start().then(
        () => tour?.switched(instance.code, true),
        (err: unknown) => log.error({ err, instance: instance.code }, "did not start"),
      );
    }
    const page = pages.find((one) => one === to) ?? "/";
    const language = lobbyLocales.find((one) => one === locale) ?? "en";
    const href = localHref({ locales: lobbyLocales, locale: language }, page);
    // Where the page tells what became of it.
    return c.redirect(`${href}?switched=${instance.code}#${page === "/" ? "states" : "now"}`, 303);
  });
  return app;
}
