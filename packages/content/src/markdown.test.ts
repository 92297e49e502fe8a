import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowedLink, markdownToHtml, markdownToText } from "./markdown.ts";
import { trialHotlines } from "./test/fixtures.ts";
import { faultsInHtml } from "./test/html-faults.ts";

const options = { locale: "en", hotlines: trialHotlines };
const html = (source: string) => markdownToHtml(source, options);

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "[x](//evil.example/a)",
  "[x](https://a@evil.example/)",
  "[x](http://plain.example/)",
  '[x](https://e.org/ "a\\" onmouseover=\\"alert(1)")',
  "![x](https://evil.example/pixel.png)",
  "[x][r]\n\n[r]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "<https://evil.example>",
  "{{hotline:national}}<b>",
  "[{{hotline:national}}](https://e.org/)",
  "```html\n<script>\n```",
  "    <script>",
  "<!--><img src=x onerror=alert(1)>-->",
  "[a](<javascript:alert(1)>)",
  "**<a href=javascript:alert(1)>x</a>**",
  "[x]()",
  "[x](<>)",
  "[x][r]\n\n[r]: <>",
];

describe("hostile Markdown", () => {
  test.each(hostile)("%j makes no element, attribute or address of its own", (source) => {
    expect(faultsInHtml(html(source))).toEqual([]);
  });

  test("and neither does any mix of its pieces", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...hostile,
        "<",
        ">",
        '"',
        "'",
        "](",
        "[",
        ")",
        "&#x3c;",
        "\\",
        "`",
        "\n",
        "{{",
        "}}",
        "* ",
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(faultsInHtml(html(pieces.join("")))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("deep nesting stays cheap", () => {
    const started = performance.now();
    html(`${"> ".repeat(5_000)}x`);
    html("[".repeat(10_000));
    html("**a ".repeat(5_000));
    // Far above what it takes on a busy machine, and far below what a cost that doubles with each level takes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test("the check on HTML itself finds what it should", () => {
  for (const bad of [
    "<script>",
    '<a href="javascript:x">',
    '<p onclick="x">',
    '<img src="x">',
    '<a href="https://e.org" style="x">',
  ])
    expect(faultsInHtml(bad)).not.toEqual([]);
});

test("links may be https, mail and places in the page", () => {
  for (const good of ["https://e.org", "https://e.org/a?b#c", "mailto:a@e.org", "#part"])
    expect(isAllowedLink(good)).toBe(true);
  for (const bad of ["http://e.org", "https://", "tel:911", "/a", "", "#a b"])
    expect(isAllowedLink(bad)).toBe(false);
});

test("a hotline token becomes its name and a number to dial, in the page's language", () => {
  expect(markdownToHtml("Llame a la {{hotline:national}}.", { ...options, locale: "es" })).toBe(
    '<p>Llame a la Línea Nacional contra la Trata de Personas (<a href="tel:18883737888">1-888-373-7888</a>).</p>\n',
  );
  expect(html("{{hotline:emergency.phone}}")).toBe('<p><a href="tel:911">911</a></p>\n');
  expect(html("{{hotline:nowhere}} {{program}}")).toBe("<p>[nowhere] {{program}}</p>\n");
});

test("plain text keeps lists and shows where links go", () => {
  expect(
    markdownToText("**Call** {{hotline:national.phone}}\n\n- one [two](https://e.org/)\n- three", options),
  ).toBe("Call 1-888-373-7888\n\n- one two (https://e.org/)\n- three");
});
