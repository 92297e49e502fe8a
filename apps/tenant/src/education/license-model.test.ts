import { expect, test } from "vitest";
import { licenseNumber, looksLikeSocialSecurityNumber } from "./license-model.ts";

test("nine digits are refused however they are grouped; license numbers are not", () => {
  for (const typed of [
    "123-45-6789",
    "123456789",
    "123 45 6789",
    "123.45.6789",
    "RN 123-45-6789",
    "12-3456-789",
    "123/456/789",
    "1 2 3 4 5 6 7 8 9",
    "R-123456789",
  ]) {
    expect(looksLikeSocialSecurityNumber(typed)).toBe(true);
    expect(licenseNumber.safeParse(typed).error?.issues[0]?.message).toBe("education.social-security");
  }
  for (const typed of ["R123456", "12345678", "1234567890", "LPN-44.210", "12-3456-7890", "1234-R-56789"]) {
    expect(licenseNumber.safeParse(typed).success).toBe(true);
  }
  expect(licenseNumber.safeParse("nurse").success).toBe(false);
});
