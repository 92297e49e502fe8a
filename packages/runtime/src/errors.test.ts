import { expect, test } from "vitest";
import { DomainError } from "./errors.ts";

test("a domain error carries a code and no prose", () => {
  const error = new DomainError("membership.too-early", "invalid", { days: 90 });
  expect(error.message).toBe("membership.too-early");
  expect(error.params).toEqual({ days: 90 });
});
