import { raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { brandFonts, brandHrefs } from "../brand/brand-stylesheet.ts";
import { messages } from "../messages.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { HelpStrip } from "./hotlines.tsx";
import { localHref, type NavItem, type Site } from "./site.ts";
import { SiteScope } from "./site-scope.tsx";
import { SkipLink } from "./skip-link.tsx";

/** `office` and `board` are workplaces of signed-in staff: denser, and without Exit this page. */
export type Surface = "public" | "member" | "learner" | "office" | "board";

export interface PageProps {
  readonly site: Site;
  /** The browser's title; the page's own h1 is the view's, with PageHeading or Hero. */
  readonly title: string;
  /** Where the title is not in the page's language. */
  readonly titleLang?: string | undefined;
  /** `text` for reading and forms, `wide` for tables and lists, `full` for a view that arranges its own bands. */
  readonly width?: "text" | "wide" | "full";
  readonly surface?: Surface;
  /** Puts the discreet name into the browser's title. */
  readonly discreet?: boolean;
  /** Says "Error" first in the browser's title, for a form that came back. */
  readonly failed?: boolean;
  readonly description?: string;
  readonly breadcrumb?: readonly NavItem[];
  /** Beside the content on wide screens, above it on narrow ones. */
  readonly side?: Child;
  /** Names of further scripts among the assets. */
  readonly scripts?: readonly string[];
  /** Further elements of the head, such as a feed's link. */
  readonly head?: Child;
}

/** A whole document. Render with `c.html(<Page …>)`. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { site, width = "text", surface = "public", breadcrumb = [], side, children } = props;
  const { layout } = site.brand;
  const atWork = surface === "office" || surface === "board";
  return (
    <SiteScope site={site}>
      {raw("<!DOCTYPE html>")}
      <html
        lang={site.locale}
        data-header={layout.header}
        data-hero={layout.hero}
        data-corners={layout.corners}
        data-emblem={layout.emblem}
        data-pattern={layout.pattern}
        data-surface={surface}
      >
        <Head {...props} />
        <body>
          <SkipLink />
          <HelpStrip exit={!atWork} />
          <DemonstrationBanner />
          <Header />
          <div class={width === "full" ? "cc-body" : "cc-body cc-width"}>
            {breadcrumb.length > 0 && <Breadcrumb items={breadcrumb} />}
            <div class={side ? "cc-columns" : undefined}>
              {side && <div class="cc-columns__side">{side}</div>}
              <main id="main-content" class={`cc-main cc-main--${width}`} tabindex={-1}>
                {children}
              </main>
            </div>
          </div>
          <Footer />
        </body>
      </html>
    </SiteScope>
  );
}

function Head({
  site,
  title,
  titleLang,
  surface = "public",
  discreet,
  failed,
  description,
  scripts = [],
  head,
}: PageProps) {
  const name = discreet ? site.discreetName : site.title;
  const error = failed ? `${messages.in(site.locale)("title.error")}: ` : "";
  const hrefs = brandHrefs(site.brand);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title lang={titleLang}>{`${error}${title} – ${name}`}</title>
      {description && <meta name="description" content={description} />}
      {(!site.official || surface !== "public") && <meta name="robots" content="noindex" />}
      <link rel="icon" href={hrefs.emblem} type="image/svg+xml" />
      {brandFonts(site.brand).map((font) => (
        <link
          rel="preload"
          href={site.assets.href(font)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={hrefs.stylesheet} />
      <link rel="stylesheet" href={site.assets.href("site.css")} />
      {surface === "public" &&
        site.locales.map((locale) => (
          <link rel="alternate" hreflang={locale} href={localHref(site, site.path, locale)} />
        ))}
      {["exit-page.js", "enhance.js", ...scripts].map((script) => (
        <script src={site.assets.href(script)} defer />
      ))}
      {head}
    </head>
  );
}
