import { expect, test } from "vitest";
import { sampleBrand } from "../../test/sample-site.ts";
import { brandStylesheet, checkContrast } from "../index.ts";

test("the sample brand may be served", () => {
  expect(checkContrast(sampleBrand)).toEqual([]);
});

test("a pale primary is refused with every pair and its ratio", () => {
  const faults = checkContrast({ ...sampleBrand, colors: { ...sampleBrand.colors, primary: "#8fb4d0" } });
  expect(faults).toContainEqual({ pair: "white on primary", ratio: 2.18, needed: 4.5 });
  expect(faults.map((fault) => fault.pair)).toContain("primary on paper");
});

test("an accent that nobody sees is refused as a shape", () => {
  const faults = checkContrast({ ...sampleBrand, colors: { ...sampleBrand.colors, accent: "#f3d98b" } });
  expect(faults.map((fault) => fault.pair)).toContain("accent on white");
  expect(faults.every((fault) => fault.needed === 3)).toBe(true);
});

test("a color that is no #rrggbb is a fault, not a crash", () => {
  const faults = checkContrast({ ...sampleBrand, colors: { ...sampleBrand.colors, ink: "black" } });
  expect(faults).toEqual([{ pair: "ink", ratio: 0, needed: 4.5 }]);
});

test("the stylesheet gives the brand's colors and nothing but custom properties", () => {
  const css = brandStylesheet(sampleBrand);
  expect(css).toContain("--primary:#1f5c8b");
  expect(css.match(/[{;]([a-z-]+):/g)?.every((name) => name.slice(1).startsWith("--"))).toBe(true);
});
