import { expect } from "vitest";
import { press } from "./form.ts";
import type { Walker } from "./walker.ts";

/** Asks the others until the item is on a state's list of what came in, with all its files. */
export async function untilIncoming(officer: Walker, code: string, title: string, query = ""): Promise<void> {
  await expect
    .poll(
      async () => {
        await officer.open(code, "/office/network");
        await press(officer.page, 'main form[action$="/sync"] button');
        await officer.open(code, `/office/network/incoming${query}`);
        return officer.page.locator("main table", { hasText: title }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
}
