import { expect, test } from "vitest";
import { isAllowedBase, isPublicAddress } from "./address-rules.ts";
import { guardedFetch } from "./guarded-fetch.ts";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "::1",
  "::ffff:10.0.0.1",
  "fe80::1",
  "fd00::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "64:ff9b::a00:1",
  "example.org",
])("%s is not a public address", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "2606:4700::1111"])("%s is a public address", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test("outside development a base URL is https and no private address", () => {
  expect(isAllowedBase("https://bat.example.gov", false)).toBe(true);
  expect(isAllowedBase("http://bat.example.gov", false)).toBe(false);
  expect(isAllowedBase("https://127.0.0.1", false)).toBe(false);
  expect(isAllowedBase("https://[::1]", false)).toBe(false);
  expect(isAllowedBase("http://ms.localhost:4600", true)).toBe(true);
});

test("a name that resolves to this machine is refused at the connection", async () => {
  await expect(guardedFetch()("http://localhost:9/")).rejects.toThrow("no public address");
});
