import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { inspectPage } from "./inspect-page.ts";
import type { TrialNetwork } from "./trial-network.ts";

/** A page that takes longer on a loaded machine is wrong. */
const patienceMs = 20_000;
const phone = { width: 390, height: 844 };

/** Where the sites are that a person goes to. */
export type Sites = Pick<TrialNetwork, "url" | "fetch">;

export interface WalkerOptions {
  /** 1280 unless given; 390 is a phone. */
  readonly width?: number;
  readonly scripts?: boolean;
}

/** Opens a browser window for one person. Every page it loads must be free of console errors and foreign requests. */
export async function walker(browser: Browser, sites: Sites, options: WalkerOptions = {}) {
  const scripts = options.scripts ?? true;
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(patienceMs);
  const problems: string[] = [];
  watch(context, problems);
  const page = await context.newPage();
  return new Walker(browser, context, page, sites, problems, scripts);
}

function watch(context: BrowserContext, problems: string[]): void {
  context.on("console", (message) => {
    // A page that answers 4xx on purpose is reported by the browser as a failed resource.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) problems.push(message.text());
  });
  context.on("weberror", (error) => problems.push(error.error().message));
  context.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== "localhost" && !hostname.endsWith(".localhost")) problems.push(`request to ${hostname}`);
  });
}

/** The addresses that links lead to, or that pictures come from. */
export async function hrefs(links: Locator, attribute = "href"): Promise<string[]> {
  const found = await links.evaluateAll(
    (nodes, name) => nodes.map((node) => node.getAttribute(name) ?? ""),
    attribute,
  );
  return found.map((href) => new URL(href, links.page().url()).href);
}

export class Walker {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #sites: Sites;
  readonly #problems: string[];
  readonly #scripts: boolean;
  /** With scripts, which axe needs, whatever the person has. */
  #scripted: BrowserContext | undefined;
  #second: Page | undefined;
  #phone: Page | undefined;
  /** What the second window shows in place of the site's own answer. */
  #shown: { readonly url: string; readonly html: string } | undefined;

  constructor(
    browser: Browser,
    context: BrowserContext,
    page: Page,
    sites: Sites,
    problems: string[],
    scripts: boolean,
  ) {
    this.#browser = browser;
    this.#context = context;
    this.page = page;
    this.#sites = sites;
    this.#problems = problems;
    this.#scripts = scripts;
  }

  async open(code: string, path = "/"): Promise<void> {
    await this.page.goto(this.#sites.url(code, path));
  }

  text(): Promise<string> {
    return this.page.evaluate<string>("document.body.innerText");
  }

  /** Signs in by the link in the trial's mailbox, as a person does. */
  async signIn(code: string, email: string, prefix = ""): Promise<void> {
    const { page } = this;
    await this.open(code, `${prefix}/sign-in`);
    await page.fill('input[name="email"]', email);
    await page.click('main button[type="submit"]');
    await page.click('main a[href*="/mailbox/mai_"]');
    await page.click('main a[href*="/sign-in/confirm"]');
    await page.click('main button[type="submit"]');
    await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  }

  /** What a link leads to, as bytes, in this session; for files that a browser shows instead of saving. */
  async fetch(selector: string): Promise<{ name: string; bytes: Uint8Array }> {
    const href = (await this.page.locator(selector).first().getAttribute("href")) ?? "";
    const address = new URL(href, this.page.url()).href;
    const cookies = (await this.#context.cookies(address)).map(({ name, value }) => `${name}=${value}`);
    const answer = await this.#sites.fetch(address, { headers: { cookie: cookies.join("; ") } });
    expect(answer.status, address).toBe(200);
    const [, name = ""] = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
    return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** Looks at this page, and at the same address in the other languages on a phone. */
  async inspect(): Promise<void> {
    const { page } = this;
    const others = await hrefs(page.locator(".cc-language a"));
    await inspectPage(this.#scripts ? page : await this.#copy());
    if (others.length === 0) return;
    this.#phone ??= await this.#window(phone);
    await this.#asNow();
    for (const address of others) {
      await this.#phone.goto(address);
      await inspectPage(this.#phone);
    }
  }

  /** The very page in a window with scripts, which axe needs, also where it answered a form. */
  async #copy(): Promise<Page> {
    const { page } = this;
    if (!this.#second) {
      this.#second = await this.#window(page.viewportSize() ?? phone);
      // Never taken off again: what the browser asks for at that moment would wait for ever.
      await this.#second.route(
        (url) => url.href === this.#shown?.url,
        (route) => route.fulfill({ body: this.#shown?.html ?? "", contentType: "text/html" }),
      );
    }
    await this.#asNow();
    this.#shown = { url: page.url(), html: await page.content() };
    await this.#second.goto(page.url());
    this.#shown = undefined;
    return this.#second;
  }

  /** Another window of the same person, with scripts. */
  async #window(viewport: { width: number; height: number }): Promise<Page> {
    if (!this.#scripted) {
      this.#scripted = await this.#browser.newContext();
      watch(this.#scripted, this.#problems);
    }
    const page = await this.#scripted.newPage();
    await page.setViewportSize(viewport);
    return page;
  }

  /** Signed in, or out, as the person is now. */
  async #asNow(): Promise<void> {
    await this.#scripted?.clearCookies();
    await this.#scripted?.addCookies(await this.#context.cookies());
  }

  async close(): Promise<void> {
    await this.#scripted?.close();
    await this.#context.close();
    expect(this.#problems).toEqual([]);
  }
}
