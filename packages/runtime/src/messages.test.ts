import { expect, test } from "vitest";
import { Messages } from "./messages.ts";

const catalogs = new Map([
  ["en", { greeting: "Hello, {name}" }],
  ["es", { greeting: "Hola, {name}" }],
]);

test("a message with values is formatted in every language, and an unknown language reads English", () => {
  const messages = new Messages(catalogs);
  expect(messages.in("es")("greeting", { name: "Ana" })).toBe("Hola, Ana");
  expect(messages.in("fr")("greeting", { name: "Ana" })).toBe("Hello, Ana");
});
