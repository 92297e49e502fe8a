import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Brand, Typeface } from "./brand.ts";
import { toHex } from "./color.ts";
import { palette } from "./palette.ts";

const serif = `"Merriweather Web", Georgia, Cambria, "Times New Roman", serif`;
const publicSans = `"Public Sans Web", -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif`;
const sourceSans = `"Source Sans Pro Web", "Helvetica Neue", Helvetica, Roboto, Arial, sans-serif`;

interface Face {
  readonly heading: string;
  readonly body: string;
  readonly scale: string;
  /** What a first screen needs, fetched early. */
  readonly files: readonly string[];
}

const faces: Readonly<Record<Typeface, Face>> = {
  "public-sans": {
    heading: publicSans,
    body: publicSans,
    scale: "0.98",
    files: ["PublicSans-Regular.woff2", "PublicSans-Bold.woff2"],
  },
  "source-sans": {
    heading: sourceSans,
    body: sourceSans,
    scale: "1.04",
    files: ["sourcesanspro-regular-webfont.woff2", "sourcesanspro-bold-webfont.woff2"],
  },
  merriweather: {
    heading: serif,
    body: sourceSans,
    scale: "1.04",
    files: ["Latin-Merriweather-Bold.woff2", "sourcesanspro-regular-webfont.woff2"],
  },
  "merriweather-text": {
    heading: serif,
    body: serif,
    scale: "0.92",
    files: ["Latin-Merriweather-Bold.woff2", "Latin-Merriweather-Regular.woff2"],
  },
  "public-source": {
    heading: publicSans,
    body: sourceSans,
    scale: "1.04",
    files: ["PublicSans-Bold.woff2", "sourcesanspro-regular-webfont.woff2"],
  },
};

const corners = { square: ["0", "0"], soft: ["4px", "4px"], round: ["999px", "12px"] } as const;

/** The CSS custom properties of one brand; the compiled stylesheet reads nothing else of it. */
export function brandStylesheet(brand: Brand): string {
  const face = faces[brand.typeface];
  const [control, box] = corners[brand.layout.corners];
  const properties = [
    ...Object.entries(palette(brand)).map(([name, color]) => `--${name}:${toHex(color)}`),
    `--font-heading:${face.heading}`,
    `--font-body:${face.body}`,
    `--type-scale:${face.scale}`,
    `--corner-control:${control}`,
    `--corner-field:${brand.layout.corners === "square" ? "0" : "4px"}`,
    `--corner-box:${box}`,
  ];
  return `:root{${properties.join(";")}}\n`;
}

/** Addresses that change with the brand, so that they can be cached for good. */
export function brandHrefs(brand: Brand): { stylesheet: string; emblem: string } {
  const version = (content: string) => createHash("sha256").update(content).digest("hex").slice(0, 10);
  return {
    stylesheet: `/brand.css?v=${version(brandStylesheet(brand))}`,
    emblem: `/emblem.svg?v=${version(brand.emblemSvg)}`,
  };
}

export function brandFonts(brand: Brand): readonly string[] {
  return faces[brand.typeface].files;
}

/** Serves `/brand.css` and `/emblem.svg` of one tenant. */
export function brandRoutes(brand: Brand): Hono {
  const app = new Hono();
  const stylesheet = brandStylesheet(brand);
  const caching = "public, max-age=31536000, immutable";
  app.get("/brand.css", (c) =>
    c.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": caching }),
  );
  app.get("/emblem.svg", (c) =>
    c.body(brand.emblemSvg, 200, { "Content-Type": "image/svg+xml", "Cache-Control": caching }),
  );
  return app;
}
