import { beforeAll, expect, test } from "vitest";
import { sampleSite } from "../../test/sample-site.ts";
import { ensureUiAssets, type UiAssets } from "../assets/ui-assets.ts";
import { Form } from "../forms/form.tsx";
import { TextArea, TextField } from "../forms/text-fields.tsx";
import { UnrecordedChecks } from "./hotlines.tsx";
import { Page } from "./page.tsx";
import type { Site } from "./site.ts";

let assets: UiAssets;
beforeAll(async () => {
  assets = await ensureUiAssets();
});

const render = async (locale: string, changes = {}) =>
  String(
    await (
      <Page site={sampleSite(assets, locale, changes)} title="Apply">
        <h1>Apply</h1>
      </Page>
    ),
  );

test("a trial's page says so, in both languages, and is not indexed", async () => {
  expect(await render("en")).toContain("Demonstration. Not a website of the State of Franklin. Sample data.");
  const spanish = await render("es");
  expect(spanish).toContain("Este no es un sitio web del estado de Franklin.");
  expect(spanish).toContain('<meta name="robots" content="noindex"/>');
});

test("an official page has no demonstration notice", async () => {
  const html = await render("en", { official: true });
  expect(html).not.toContain("Demonstration");
  expect(html).not.toContain("noindex");
});

test("the language switch keeps the path and its query", async () => {
  expect(await render("en")).toContain('href="/es/members?county=28047" lang="es"');
  expect(await render("es")).toContain('href="/members?county=28047" lang="en"');
});

test("the exit is a plain link, and the hotline can be dialed", async () => {
  const html = await render("en");
  expect(html).toMatch(/<a class="cc-exit__button" href="https:\/\/www\.weather\.gov"/);
  expect(html).toContain('<a href="tel:18883737888">1-888-373-7888</a>');
});

test("a footer tells the day of a number's check and leaves the missing ones to the page of help", async () => {
  const line = { name: "A line", phone: "911" };
  const checked = { name: "Another", phone: "988", lastVerified: "2026-11-02" };
  const help = async (locale: string, hotlines: Site["hotlines"]) =>
    String(
      await (
        <Page site={sampleSite(assets, locale, { hotlines })} title="Help">
          <UnrecordedChecks />
        </Page>
      ),
    );
  expect(await render("en", { hotlines: [line, line] })).not.toContain("recorded");
  expect(await render("en", { hotlines: [line, checked] })).toContain("Checked November 2, 2026");
  const said = (html: string) => /<p class="cc-hotlines__note">(.*?)<\/p>/.exec(html)?.[1];
  expect(said(await help("en", [line, line]))).toBe("When these numbers were last checked is not recorded.");
  expect(said(await help("es", [line, checked]))).toBe("Última verificación no registrada: A line.");
  expect(said(await help("en", [checked]))).toBeUndefined();
});

test("the discreet name takes the program's place in the browser's title", async () => {
  const html = String(
    await (
      <Page site={sampleSite(assets)} title="Lesson 1" discreet>
        <h1>Lesson 1</h1>
      </Page>
    ),
  );
  expect(html).toContain("<title>Lesson 1 – Franklin Workplace Training</title>");
});

test("no page holds an inline style, handler or script", async () => {
  expect(await render("en")).not.toMatch(/ style=| on[a-z]+=|<script>/);
});

test("a form that came back keeps what was typed, links its faults and wires them to their fields", async () => {
  const html = String(
    await (
      <Page site={sampleSite(assets)} title="Apply" failed>
        <Form action="/join" errors={{ email: "Enter an e-mail address" }} values={{ email: "nobody<" }}>
          <TextField name="email" label="E-mail" type="email" required />
          <TextArea name="note" label="Anything else?" />
        </Form>
      </Page>
    ),
  );
  expect(html).toContain("<title>Error: Apply");
  expect(html).toContain('<a href="#field-email">Enter an e-mail address</a>');
  expect(html).toMatch(
    /<input[^>]*value="nobody&lt;"[^>]*aria-describedby="field-email-error"[^>]*aria-invalid="true"/,
  );
  expect(html).toContain('name="_csrf" value="token"');
  expect(html).toContain("Please do not report trafficking here.");
});
