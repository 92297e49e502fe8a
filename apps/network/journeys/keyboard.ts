import type { Page } from "playwright-core";

/** Runs in the page: whether the wanted control has the focus, and whether one can see that it has. */
const whereFocusIs = `(wanted) => {
  const active = document.activeElement;
  if (!active || !active.matches(wanted)) return "elsewhere";
  const label = active.id ? document.querySelector('label[for="' + active.id + '"]') : null;
  const shows = (node, part) => node !== null && getComputedStyle(node, part).outlineStyle !== "none";
  return shows(active) || shows(label, "::before") ? "shown" : "hidden";
}`;

/** Presses Tab until the control has the focus, which must show; a control that Tab never reaches fails. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<"elsewhere" | "hidden" | "shown">(
      `(${whereFocusIs})(${JSON.stringify(selector)})`,
    );
    if (focused === "hidden") throw new Error(`the focus on ${selector} cannot be seen`);
    if (focused === "shown") return;
  }
  throw new Error(`${selector} cannot be reached with Tab on ${page.url()}`);
}

/** Reaches a field by Tab and types into it; in a list, the first letters choose. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.type(text);
}
