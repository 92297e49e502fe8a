import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "@concord/tenant";
import { Hono } from "hono";

/** The lobby's stylesheet and script, and the states' emblems, which must show while a state is off. */
export function lobbyFiles(profiles: readonly Profile[]): Hono {
  const app = new Hono();
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
  const [styles, script] = [read("lobby.css"), read("look-again.js")];
  const headers = { "Cache-Control": "public, max-age=300" };
  app.get("/lobby.css", (c) =>
    c.body(styles, 200, { ...headers, "Content-Type": "text/css; charset=utf-8" }),
  );
  app.get("/look-again.js", (c) =>
    c.body(script, 200, { ...headers, "Content-Type": "text/javascript; charset=utf-8" }),
  );
  app.get("/emblems/:file{[a-z][a-z0-9]+\\.svg}", (c) => {
    const profile = profiles.find(({ code }) => `${code}.svg` === c.req.param("file"));
    if (!profile) return c.notFound();
    return c.body(profile.emblemSvg, 200, { ...headers, "Content-Type": "image/svg+xml" });
  });
  return app;
}
