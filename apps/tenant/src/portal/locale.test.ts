import { expect, test } from "vitest";
import { localizedPath } from "./locale.ts";

test("the language stands in the path, but for the first one", () => {
  expect(localizedPath("/members", ["en", "es"])).toEqual({ locale: "en", path: "/members" });
  expect(localizedPath("/es/members", ["en", "es"])).toEqual({ locale: "es", path: "/members" });
  expect(localizedPath("/es", ["en", "es"])).toEqual({ locale: "es", path: "/" });
  expect(localizedPath("/es/", ["en", "es"])).toEqual({ locale: "es", path: "/" });
  expect(localizedPath("/essay", ["en", "es"])).toEqual({ locale: "en", path: "/essay" });
  expect(localizedPath("/en/members", ["es", "en"])).toEqual({ locale: "en", path: "/members" });
});
