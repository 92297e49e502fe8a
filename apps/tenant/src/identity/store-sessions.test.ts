import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { createSessions } from "./store-sessions.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("over https a session is in a __Host- cookie, which is read again and ended under the same name", async () => {
  const links: string[] = [];
  const sessions = createSessions({
    db: tenant.tenant.database.db,
    origin: "https://mbat.example.gov",
    secret: "a secret for tests of at least 32 bytes",
    sendLink: async ({ token }) => void links.push(token),
  });
  await sessions.requestLink({ email: "ada@example.com", locale: "en" });
  const spent = await sessions.spendLink(links[0] ?? "");
  expect(spent?.cookies).toHaveLength(1);
  const [cookie = ""] = spent?.cookies ?? [];
  const [pair = "", ...attributes] = cookie.split("; ");
  expect(pair).toMatch(/^__Host-concord\.session_token=/);
  // Without any of these a browser drops a cookie of that name, as it does with a Domain.
  expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]));
  expect(cookie).not.toMatch(/domain=/i);
  const headers = new Headers({ cookie: pair });
  expect((await sessions.read(headers))?.email).toBe("ada@example.com");
  expect((await sessions.end(headers)).join()).toContain("__Host-concord.session_token=;");
  expect(await sessions.read(headers)).toBeUndefined();
});
