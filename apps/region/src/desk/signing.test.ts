import { readFile } from "node:fs/promises";
import { generateSigningKey } from "@concord/federation";
import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { sealKey } from "@concord/stewardship";
import { axeFindings, browser } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../../test/keepers.ts";
import { regionNetwork } from "../../test/network.ts";

const log = createLogger({ level: "fatal" });
let served: Awaited<ReturnType<typeof serveNode>>;
let net: Awaited<ReturnType<typeof regionNetwork>>;
let desk: ReturnType<typeof deskOf>;
let chromium: Awaited<ReturnType<typeof browser>>;
let origin: string;

beforeAll(async () => {
  served = await serveNode({ fetch: (request, env) => net.instance.fetch(request, env), port: 0, log });
  origin = `http://region.localhost:${served.port}`;
  net = await regionNetwork(["us-ms"], { origin });
  desk = deskOf(net);
  chromium = await browser();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
  await net?.close();
});

/** What the browser sent of forms, and every word that its console had to say. */
async function openDesk(width = 1280) {
  const page = await chromium.newPage({ viewport: { width, height: 900 } });
  const posted: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posted.push(request.postData() ?? ""));
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, posted, complaints };
}

type Page = Awaited<ReturnType<typeof openDesk>>["page"];

async function sign(page: Page, key: string, passphrase: string): Promise<void> {
  const file = { name: "a.key", mimeType: "application/octet-stream", buffer: Buffer.from(key) };
  await page.getByLabel(/Your key file|Su archivo de clave/).setInputFiles(file);
  await page.getByLabel(/Its passphrase|Su contraseña/).fill(passphrase);
  await page.getByRole("button", { name: /^(Sign|Firmar)$/ }).click();
}

const said = (page: Page) => page.locator("#desk-sign-status");

test("a keeper signs in the page, another in Spanish on a telephone; neither key nor passphrase leaves it", async () => {
  const [anna, ben] = (await net.region.trial?.keepers()) ?? [];
  if (!anna || !ben) throw new Error("no keepers");
  const { id, read, key } = await desk.ask("us-ia");
  const first = await openDesk();
  await first.page.goto(`${origin}/network/desk`);
  await first.page.getByRole("link", { name: "Check and add" }).click();
  await first.page
    .getByLabel(/The fingerprint, as it was read out/)
    .fill(read.toUpperCase().replaceAll(" ", "-"));
  await first.page.getByRole("button", { name: "Show what would change" }).click();
  await first.page.getByText("Program of us-ia joins as us-ia.").waitFor();
  expect(await axeFindings(first.page)).toEqual([]);
  await sign(first.page, anna.keys.registry, "not the passphrase");
  await expect.poll(() => said(first.page).textContent()).toContain("The key does not open.");
  await sign(first.page, anna.keys.root, anna.passphrase);
  await expect.poll(() => said(first.page).textContent()).toContain("no say in this document");
  await sign(first.page, await sealKey(generateSigningKey(), "somebody else's", 1000), "somebody else's");
  await expect.poll(() => said(first.page).textContent()).toContain("no say in this document");
  expect(first.posted).toEqual([]);
  await sign(first.page, anna.keys.registry, anna.passphrase);
  await first.page.waitForURL(/\/network\/desk\/proposals\//);
  expect(await axeFindings(first.page)).toEqual([]);
  await sign(first.page, anna.keys.registry, anna.passphrase);
  await expect.poll(() => said(first.page).textContent()).toContain("This key has signed already.");

  const second = await openDesk(390);
  await second.page.goto(first.page.url().replace("/network/", "/es/network/"));
  await sign(second.page, ben.keys.registry, ben.passphrase);
  await second.page.getByText("Rige desde el").waitFor();
  expect(await axeFindings(second.page)).toEqual([]);
  expect((await desk.registry()).members.map(({ code }) => code)).toContain("us-ia");
  expect((await net.json(`/api/v1/network/requests/${key.kid}`)).standing).toBe("member");

  const sent = [...first.posted, ...second.posted].map(decodeURIComponent).join("\n");
  expect(first.posted.length + second.posted.length).toBe(2);
  for (const secret of [anna.passphrase, anna.keys.registry.slice(0, 60), '"d"'])
    expect(sent).not.toContain(secret);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  expect(id).toMatch(/^req_/);
});

test("without scripts the page says how to sign elsewhere, and takes the signed file", async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/network/desk/begin/suspend`);
  await page.getByLabel(/^Member/).selectOption("us-ms");
  await page.getByRole("button", { name: "Show what would change" }).click();
  expect(await page.locator("main").textContent()).toContain("Signing here needs scripts");
  expect(await page.getByRole("button", { name: "Sign", exact: true }).isVisible()).toBe(false);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download registry.partial" }).click(),
  ]);
  const signed = await desk.sign(await readFile(await download.path(), "utf8"), 1, 3);
  const file = { name: "registry.partial", mimeType: "application/jose+json", buffer: Buffer.from(signed) };
  await page.getByLabel(/The file that was signed/).setInputFiles(file);
  await page.getByRole("button", { name: "Hand in the signed file" }).click();
  expect(await page.locator("main").textContent()).toContain("This is in force since");
  await context.close();
});

const pages = [
  "/network/desk",
  "/network/desk/begin/suspend",
  "/network/desk/begin/retire",
  "/network/desk/begin/close",
  "/network/desk/begin/renew",
  "/network/desk/begin/root",
  "/network/desk/draft?ceremony=renew",
  "/network/desk/draft?ceremony=close&member=us-ms&seq=x&head=y",
  "/network/desk/trial-keepers",
  "/network/requests",
];

test.each(pages.flatMap((path) => [path, `/es${path}`]))(
  "%s: axe finds nothing, and it reflows",
  async (path) => {
    for (const width of [1280, 390]) {
      const context = await chromium.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(origin + path);
      expect(
        await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
        `${width}`,
      ).toBeLessThanOrEqual(0);
      expect(await axeFindings(page), `${width}`).toEqual([]);
      await context.close();
    }
  },
);
