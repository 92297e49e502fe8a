import { expect, test } from "vitest";
import { composeMail } from "./model.ts";

const link = { label: "Open it", url: "https://a.example/b?c=1&d=2" };
const compose = (paragraphs: readonly string[]) =>
  composeMail(
    { to: "a@b.example", locale: "en", kind: "test.mail", subject: "Subject", paragraphs, link },
    { locale: "en", footer: ["Magnolia Learning"] },
  );

test("the link stands where the message has it, and else comes last", () => {
  const within = compose(["On your page:", link.url, "Goodbye."]);
  expect(within.text).toMatch(/^On your page:\n\nOpen it:\nhttps:\S+\n\nGoodbye\.\n\n-- \n/);
  const anchor = '<p><a href="https://a.example/b?c=1&amp;d=2">Open it</a></p>';
  expect(within.html).toContain(`<p>On your page:</p>${anchor}<p>Goodbye.</p>`);
  const last = compose(["Hello.", "Goodbye."]);
  expect(last.text).toMatch(/^Hello\.\n\nGoodbye\.\n\nOpen it:\n/);
  expect(last.html).toContain(`<p>Goodbye.</p>${anchor}`);
});

test("lines with a dash at a paragraph's end are a list; elsewhere they are lines, and all of it is text", () => {
  expect(compose(["Due:\n- one & two\n- <b>"]).html).toContain(
    "<p>Due:</p><ul><li>one &amp; two</li><li>&lt;b&gt;</li></ul>",
  );
  expect(compose(["- one\n- two"]).html).toContain("<ul><li>one</li><li>two</li></ul>");
  expect(compose(["- one\nand so on"]).html).toContain("<p>- one<br>and so on</p>");
});
