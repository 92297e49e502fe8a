import { expect, test } from "vitest";
import { emblemFaults } from "./emblem.ts";

const wrap = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${inside}</svg>`;

test("a plain drawing passes", () => {
  expect(
    emblemFaults(wrap('<!-- ring --><circle cx="4" cy="4" r="3" fill="url(#a)"/>', ' aria-hidden="true"')),
  ).toEqual([]);
});

test.each([
  ["a script", wrap("<script>1</script>")],
  ["an event", wrap('<path d="M0 0" onload="x()"/>')],
  ["an unquoted event", wrap("<path onload=x() />")],
  ["an event after a slash", wrap('<path/onload="x()"/>')],
  ["an image from elsewhere", wrap('<image href="https://tracker.example/a.png"/>')],
  ["an outside reference", wrap('<use href="other.svg#a"/>')],
  ["a link in the old namespace", wrap('<use xlink:href="#a"/>')],
  ["an outside fill", wrap('<rect fill="url(https://tracker.example/a)"/>')],
  ["a style sheet", wrap("<style>@import 'x'</style>")],
  ["a style attribute", wrap('<path style="fill:red" d="M0 0"/>')],
  ["foreign markup", wrap("<foreignObject/>")],
  ["an entity", `<!DOCTYPE svg [<!ENTITY a "b">]>${wrap("")}`],
  ["an unclosed comment", wrap("<!-- <script>1</script>")],
  ["a comment that ends early", wrap("<!--><script>1</script>-->")],
  ["an unclosed tag", wrap('<path d="M0 0" ')],
  ["an oblong", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"></svg>'],
  ["no SVG at all", "<html></html>"],
  ["more than 16 KiB", wrap(`<path d="${"M0 0".repeat(5000)}"/>`)],
])("refuses %s", (_, svg) => {
  expect(emblemFaults(svg)).not.toEqual([]);
});
