import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { csrf, csrfToken } from "./csrf.ts";
import { handleErrors } from "./handle-errors.ts";
import { problemSchema } from "./problem-schema.ts";

const problemOf = async (response: Response) => problemSchema.parse(await response.json());

const origin = "http://ms.localhost:4600";

function build(publicOrigin = origin) {
  const app = new Hono();
  handleErrors(app, { log: createLogger({ destination: { write: () => undefined } }) });
  app.use(csrf({ secret: "s".repeat(32), origin: publicOrigin, session: (c) => c.req.header("x-session") }));
  app.get("/help", (c) => c.text("help"));
  app.get("/form", (c) => c.text(`${csrfToken(c)} ${csrfToken(c)}`));
  app.post("/form", async (c) => c.text(String((await c.req.parseBody()).name)));
  return app;
}

async function open(app: Hono, headers: Record<string, string> = {}) {
  const response = await app.request("/form", { headers });
  const [token = "", second = ""] = (await response.text()).split(" ");
  const cookies = response.headers.getSetCookie();
  return { token, second, cookies, cookie: cookies[0]?.split(";")[0] ?? "", response };
}

const post = (app: Hono, token: string | undefined, headers: Record<string, string>) =>
  app.request("/form", {
    method: "POST",
    body: new URLSearchParams(token === undefined ? { name: "Ana" } : { _csrf: token, name: "Ana" }),
    headers,
  });

test("a form from this browser passes, both of its tokens, and the handler still reads the form", async () => {
  const app = build();
  const { token, second, cookie, cookies } = await open(app);
  expect(cookies).toHaveLength(1);
  expect(token).not.toBe(second);
  for (const each of [token, second]) {
    const response = await post(app, each, { cookie, origin, "sec-fetch-site": "same-origin" });
    expect([response.status, await response.text()]).toEqual([200, "Ana"]);
  }
});

test("multipart forms carry the token as well", async () => {
  const app = build();
  const { token, cookie } = await open(app);
  const body = new FormData();
  body.set("_csrf", token);
  body.set("name", "Ana");
  body.set("file", new File(["x"], "x.txt"));
  expect((await app.request("/form", { method: "POST", body, headers: { cookie, origin } })).status).toBe(
    200,
  );
  body.delete("_csrf");
  expect((await app.request("/form", { method: "POST", body, headers: { cookie, origin } })).status).toBe(
    403,
  );
});

test.each<[string, (f: { token: string; cookie: string }) => [string | undefined, Record<string, string>]]>([
  ["no token", ({ cookie }) => [undefined, { cookie, origin }]],
  ["a token and no cookie, as when signing a victim in", ({ token }) => [token, { origin }]],
  ["another browser's cookie", ({ token }) => [token, { cookie: "form=other", origin }]],
  ["a changed token", ({ token, cookie }) => [`x${token}`, { cookie, origin }]],
  ["a token without a signature", ({ token, cookie }) => [token.split(".")[0], { cookie, origin }]],
  ["another origin", ({ token, cookie }) => [token, { cookie, origin: "http://al.localhost:4600" }]],
  ["a hidden origin", ({ token, cookie }) => [token, { cookie, origin: "null" }]],
  ["another site", ({ token, cookie }) => [token, { cookie, "sec-fetch-site": "cross-site" }]],
  ["a sibling site", ({ token, cookie }) => [token, { cookie, "sec-fetch-site": "same-site" }]],
])("is refused: %s", async (_, attack) => {
  const app = build();
  const [token, headers] = attack(await open(app));
  const response = await post(app, token, headers);
  expect([response.status, (await problemOf(response)).code]).toEqual([403, "http.csrf"]);
});

test("after sign-in the token belongs to the session, and needs no cookie of its own", async () => {
  const app = build();
  const before = await open(app);
  const after = await open(app, { "x-session": "s1" });
  expect(after.cookies).toEqual([]);
  expect((await post(app, after.token, { origin, "x-session": "s1" })).status).toBe(200);
  expect((await post(app, after.token, { origin, "x-session": "s2" })).status).toBe(403);
  const stale = await post(app, before.token, { origin, "x-session": "s1", cookie: before.cookie });
  expect(stale.status).toBe(403);
});

test("other content types are refused unless the header carries the token", async () => {
  const app = build();
  const { token, cookie } = await open(app);
  const headers = { cookie, origin, "content-type": "text/plain" };
  expect((await app.request("/form", { method: "POST", body: "x", headers })).status).toBe(415);
  const sent = { ...headers, "x-csrf-token": token };
  expect((await app.request("/form", { method: "POST", body: "x", headers: sent })).status).toBe(200);
});

test("a broken multipart body is the sender's fault", async () => {
  const app = build();
  const headers = { origin, "content-type": "multipart/form-data; boundary=x" };
  expect((await app.request("/form", { method: "POST", body: "nonsense", headers })).status).toBe(400);
});

test("a page without a form sets no cookie; over https the cookie is bound to the host", async () => {
  expect((await build().request("/help")).headers.getSetCookie()).toEqual([]);
  const plain = await open(build());
  expect(plain.cookies[0]).toMatch(/^form=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(plain.response.headers.get("cache-control")).toBe("no-store");
  const secure = await open(build("https://bat.example.gov"));
  expect(secure.cookies[0]).toMatch(/^__Host-form=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});
