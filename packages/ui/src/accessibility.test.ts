import { axeFindings, browser } from "@concord/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSamples } from "../test/serve-samples.tsx";

let chromium: Browser;
let server: Awaited<ReturnType<typeof serveSamples>>;

beforeAll(async () => {
  server = await serveSamples();
  chromium = await browser();
});

afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function open(path: string, width: number, options = {}): Promise<Page> {
  const context = await chromium.newContext({
    viewport: { width, height: 800 },
    bypassCSP: true,
    ...options,
  });
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

const headers = ["bar", "ledger", "masthead", "rail"];
const heroes = ["plain", "split", "band", "framed"];

describe("axe", () => {
  for (const path of ["/form", "/records", "/front", "/es/form", "/es/records", "/es/front"]) {
    for (const width of [1280, 390]) {
      test(`finds nothing on ${path} at ${width} pixels`, async () => {
        const page = await open(path, width);
        await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      });
    }
  }

  for (const [at, header] of headers.entries()) {
    test(`finds nothing on a front page with header ${header} and hero ${heroes[at]}`, async () => {
      const page = await open(`/front?header=${header}&hero=${heroes[at]}`, 1280);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    });
  }
});

describe("a page", () => {
  test("reflows at 400 % zoom without scrolling sideways", async () => {
    for (const path of ["/es/form", "/es/records", "/es/front", "/front?header=rail&hero=framed"]) {
      const page = await open(path, 320);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow, path).toBe(0);
      await page.context().close();
    }
  });

  test("keeps its menu in place whichever item is current, and rules its footer from edge to edge", async () => {
    const page = await open("/front?pattern=none", 1280);
    const widths = await page.evaluate<number[]>(`{
      const item = document.querySelector(".cc-nav__row a[aria-current]");
      const before = item.getBoundingClientRect().width;
      item.removeAttribute("aria-current");
      [before, item.getBoundingClientRect().width];
    }`);
    expect(widths[0]).toBe(widths[1]);
    const ruled = `[...document.querySelectorAll(".cc-footer, .cc-footer *")]
      .filter((one) => getComputedStyle(one).borderTopWidth !== "0px").map((one) => one.clientWidth)`;
    expect(await page.evaluate(ruled)).toEqual([1280]);
    await page.goto(`${server.url}/front?pattern=waves`);
    expect(await page.evaluate(ruled), "the pattern stands for the rule").toEqual([]);
    await page.context().close();
  });

  test("asks no other host for anything, and keeps its strict policy", async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${server.url}/records`);
    await page.goto(`${server.url}/front`);
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("shows where the focus is on every stop of the keyboard", async () => {
    const page = await open("/form", 1280);
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press("Tab");
      const faint = await page.evaluate(`(() => {
        const now = document.activeElement;
        if (now === document.body) return "";
        const control = now.matches(".usa-radio__input, .usa-checkbox__input");
        const style = control ? getComputedStyle(now.nextElementSibling, "::before") : getComputedStyle(now);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3 ? "" : now.outerHTML;
      })()`);
      expect(faint).toBe("");
    }
    await page.context().close();
  });

  test("puts the error summary into focus, and its link leads to the field", async () => {
    const page = await open("/form", 1280);
    expect(await page.evaluate("document.activeElement.hasAttribute('data-error-summary')")).toBe(true);
    await page.locator(".cc-error-summary a").first().click();
    expect(await page.evaluate("document.activeElement.name")).toBe("email");
    await page.context().close();
  });

  test("loses no click on the button that a field's message moves when the field is left by it", async () => {
    // All of it in sight: where a page is scrolled the browser keeps things in place by itself.
    const page = await open("/form", 1280, { viewport: { width: 1280, height: 4_000 } });
    await page.evaluate(`{
      window.clicks = 0;
      const button = document.querySelector("main form button");
      button.type = "button";
      button.addEventListener("click", () => { window.clicks += 1; });
    }`);
    const email = page.locator("input[name=email]");
    const button = page.locator("main form button").first();
    // The button goes up when a message goes, and down when one comes: each time from under the pointer.
    for (const [typed, message, edge] of [
      ["name@example.com", false, 1],
      ["nobody", true, 0],
    ] as const) {
      await email.selectText();
      await page.keyboard.type(typed);
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      if (!box) throw new Error("no button");
      await page.mouse.move(box.x + 8, box.y + 4 + edge * (box.height - 8));
      await page.mouse.down();
      await page.mouse.up();
      await expect.poll(() => email.getAttribute("aria-invalid")).toBe(message ? "true" : null);
    }
    expect(await page.evaluate("window.clicks")).toBe(2);
    await page.context().close();
  });
});

describe("on a phone", () => {
  const top = (page: Page, selector: string) =>
    page.evaluate<number>(
      `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top + scrollY`,
    );

  test("the page's own heading begins in the upper quarter, under notice, hotline and navigation", async () => {
    for (const header of headers)
      for (const path of ["/front", "/es/front", "/es/form", "/es/records"]) {
        const page = await open(`${path}?header=${header}&typeface=merriweather-text`, 390);
        const heading = path.endsWith("front") ? "main h1" : ".cc-heading";
        expect(await top(page, heading), `${path} with ${header}`).toBeLessThan(230);
        const text = await page.evaluate<string>("document.body.innerText");
        for (const words of [/Franklin\. (Sample data|Datos de muestra)\./, /1-888-373-7888/, /233733/])
          expect(text.slice(0, 260)).toMatch(words);
        await page.context().close();
      }
  });

  test("the exit bar covers no focused control, and the last one can be scrolled clear of it", async () => {
    for (const path of ["/es/form", "/records", "/es/front"]) {
      const page = await open(path, 390);
      const covered = await page.evaluate<string[]>(`(() => {
        const bar = document.querySelector(".cc-exit").getBoundingClientRect();
        const isClear = (one) => one.getBoundingClientRect().bottom <= bar.top;
        const all = [...document.querySelectorAll("a, button, input, select, textarea, summary")];
        const shown = all.filter((one) => one.checkVisibility() && !one.closest(".cc-exit"));
        scrollTo(0, document.body.scrollHeight);
        const last = shown.at(-1);
        return isClear(last) ? [] : [last.outerHTML];
      })()`);
      expect(covered, path).toEqual([]);
      await page.evaluate("scrollTo(0, 0)");
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press("Tab");
        const under = await page.evaluate<string>(`(() => {
          const now = document.activeElement;
          if (now === document.body || now.closest(".cc-exit")) return "";
          const bar = document.querySelector(".cc-exit").getBoundingClientRect();
          return now.getBoundingClientRect().bottom <= bar.top ? "" : now.outerHTML;
        })()`);
        expect(under, path).toBe("");
      }
      await page.context().close();
    }
  });
});

describe("a side navigation", () => {
  test("stands at the side on a wide screen", async () => {
    const page = await open("/records", 1280);
    expect(await page.getByRole("link", { name: "Due soon" }).isVisible()).toBe(true);
    expect(await page.locator(".cc-side summary").isVisible()).toBe(false);
    await page.context().close();
  });

  test("is folded on a phone, says where one is, and opens by keyboard with scripts off", async () => {
    const page = await open("/es/records", 390, { javaScriptEnabled: false });
    const link = page.getByRole("link", { name: "Por vencer" });
    const summary = page.locator(".cc-side summary");
    expect(await link.isVisible()).toBe(false);
    expect(await summary.textContent()).toBe("En esta sección: Todos los miembros");
    await summary.focus();
    await page.keyboard.press("Enter");
    expect(await link.isVisible()).toBe(true);
    await page.context().close();
  });

  test("has nothing for axe to find when it is open on a phone", async () => {
    const page = await open("/records", 390);
    await page.locator(".cc-side summary").click();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe("Exit this page", () => {
  async function watched(javaScriptEnabled = true) {
    const page = await open("/front", 1280, { javaScriptEnabled });
    const left: string[] = [];
    await page.route("https://www.weather.gov/**", (route) => {
      left.push(route.request().url());
      return route.fulfill({ body: "weather" });
    });
    return { page, left };
  }

  test("leaves when Shift is pressed three times, and Back does not come back", async () => {
    const { page, left } = await watched();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
    await page.waitForURL("https://www.weather.gov/");
    expect(left).toHaveLength(1);
    await page.goBack();
    expect(page.url()).not.toContain("/front");
    await page.context().close();
  });

  test("does not leave while somebody types capitals or moves back with Shift and Tab", async () => {
    const { page, left } = await watched();
    for (const key of ["Shift+KeyA", "Shift+KeyB", "Shift+Tab", "Shift+Tab"]) await page.keyboard.press(key);
    await page.waitForTimeout(200);
    expect(left).toEqual([]);
    await page.context().close();
  });

  test("works by keyboard as the second stop, and without scripts", async () => {
    const { page } = await watched(false);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("https://www.weather.gov/");
    await page.context().close();
  });

  test("blanks the page before the other site answers", async () => {
    const page = await open("/front", 1280);
    await page.route("https://www.weather.gov/**", () => new Promise(() => undefined));
    await page.evaluate(`new MutationObserver(() =>
      console.log(getComputedStyle(document.body).display + " " + document.title)
    ).observe(document.documentElement, { attributes: true })`);
    const reported = page.waitForEvent("console");
    await page.locator(".cc-exit__button").click({ noWaitAfter: true });
    expect((await reported).text()).toBe("none Leaving this page");
    await page.context().close();
  });
});
