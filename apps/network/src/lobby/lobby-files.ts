import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "@concord/tenant";
import { Hono } from "hono";

/** The lobby's stylesheet, and the states' emblems, which must show while a state is off. */
export function lobbyFiles(profiles: readonly Profile[]): Hono {
  const app = new Hono();
  const styles = readFileSync(join(import.meta.dirname, "lobby.css"), "utf8");
  const headers = { "Cache-Control": "public, max-age=300" };
  app.get("/lobby.css", (c) =>
    c.body(styles, 200, { ...headers, "Content-Type": "text/css; charset=utf-8" }),
  );
  app.get("/emblems/:file{[a-z][a-z0-9]+\\.svg}", (c) => {
    const profile = profiles.find(({ code }) => `${code}.svg` === c.req.param("file"));
    if (!profile) return c.notFound();
    return c.body(profile.emblemSvg, 200, { ...headers, "Content-Type": "image/svg+xml" });
  });
  return app;
}
