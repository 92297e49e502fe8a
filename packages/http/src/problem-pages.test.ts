import { expect, test } from "vitest";
import { problemPages } from "./problem-pages.ts";

test("every code has a page, in both languages", async () => {
  const app = problemPages({
    describe: (code) => (code === "membership.too-early" ? "Too <early>" : undefined),
  });
  const own = await (await app.request("/problems/http.csrf")).text();
  expect(own).toContain("Open the page again");
  const domain = await app.request("/problems/membership.too-early", {
    headers: { "accept-language": "es" },
  });
  const page = await domain.text();
  expect(page).toContain('<html lang="es">');
  expect(page).toContain("Too &lt;early&gt;");
  expect(page).toContain("Estado 429: Demasiadas solicitudes");
});

test("what is no code has no page", async () => {
  for (const path of ["/problems/%3Cscript%3E", "/problems/x", "/problems/A.b"]) {
    expect((await problemPages().request(path)).status).toBe(404);
  }
});
