import { ensureUiAssets } from "@concord/ui";
import { expect, test } from "vitest";
import { createSiteOf } from "./site.ts";

test("in a trial every page leads back to the tour, in its language; elsewhere there is none", async () => {
  const parts = { name: "Southeast", assets: await ensureUiAssets() };
  const inTrial = createSiteOf({ ...parts, lobbyUrl: "http://localhost:4600" });
  expect(inTrial("en", "/", false).footerNav).toContainEqual({
    label: "Back to the tour",
    href: "http://localhost:4600/tour",
  });
  expect(inTrial("es", "/", false).footerNav).toContainEqual({
    label: "Volver al recorrido",
    href: "http://localhost:4600/es/tour",
  });
  const alone = createSiteOf(parts)("en", "/", false).footerNav ?? [];
  expect(alone.map(({ label }) => label)).not.toContain("Back to the tour");
});
