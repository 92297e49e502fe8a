import { download, press } from "./form.ts";
import type { Walker } from "./walker.ts";

/** Takes the key that a made-up keeper has left, and signs the document that is open with it. */
export async function signAtDesk(keeper: Walker, name: string): Promise<void> {
  const { page } = keeper;
  const document = page.url();
  await keeper.open("region", "/network/desk/trial-keepers");
  const passphrase = (await page.locator("#trial-passphrase").textContent()) ?? "";
  const { bytes } = await download(page, `a[download="${name.toLowerCase()}-registry.key"]`);
  await page.goto(document);
  await page.setInputFiles("#desk-key", {
    name: `${name}.key`,
    mimeType: "application/octet-stream",
    buffer: bytes,
  });
  await page.fill("#desk-passphrase", passphrase);
  await press(page, "#desk-sign button");
}
