import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { browser } from "@concord/testing";
import { expect, test } from "vitest";
import { sampleSite } from "../../test/sample-site.ts";
import { ensureUiAssets, Form, Page, TextField, uiAssets } from "../index.ts";

test("what is typed is posted a moment later, with the token, and the page says so", async () => {
  const assets = await ensureUiAssets();
  const posted: string[] = [];
  const html = String(
    await (
      <Page site={sampleSite(assets)} title="Join">
        <Form action="/join" autosave="/join/draft">
          <TextField name="legalName" label="Legal name" />
        </Form>
      </Page>
    ),
  );
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      for await (const chunk of request) posted.push(String(chunk));
      response.writeHead(204).end();
    } else if (request.url === "/join") {
      response.writeHead(200, { "Content-Type": "text/html" }).end(html);
    } else {
      const file = await uiAssets(assets).request(request.url ?? "/");
      response
        .writeHead(file.status, Object.fromEntries(file.headers))
        .end(Buffer.from(await file.arrayBuffer()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const chromium = await browser();
  const page = await chromium.newPage();
  await page.goto(`http://127.0.0.1:${port}/join`);
  await page.getByLabel("Legal name").pressSequentially("Motel");
  await page.getByText("Your answers so far are saved.").waitFor();
  expect(posted).toEqual(["_csrf=token&legalName=Motel"]);
  await chromium.close();
  server.close();
});
