import { expect, test } from "vitest";
import { applyOverlay, overlayFaults, textPaths } from "./apply-overlay.ts";
import { parseBody, parseOverlay } from "./parse.ts";
import { sampleJson, sampleTraining } from "./test/sample-training.ts";

const overlay = parseOverlay({
  schema: "concord.overlay/1",
  program: { en: "Our program", es: "Nuestro programa" },
  contacts: [{ id: "office", label: { en: "The office", es: "La oficina" }, phone: "601-555-0100" }],
  lawNotes: [
    {
      id: "signs",
      title: { en: "Signs", es: "Carteles" },
      markdown: { en: "Post one.", es: "Ponga uno." },
      citation: "Code § 1-2-3 [a](x)",
      place: "start",
    },
  ],
  texts: { "lessons/start/title": { text: { en: "Begin here" }, of: "Start" } },
});

test("local words, contacts and law stand in the body, and neither source is changed", () => {
  const origin = sampleTraining();
  const local = applyOverlay("training", origin, overlay);
  expect(local.lessons[0]?.title).toEqual({ en: "Begin here", es: "Inicio" });
  expect(local.lessons[0]?.blocks.map(({ id }) => id)).toEqual(["hello", "later", "help", "local-law-signs"]);
  expect(local.lessons[1]?.blocks.at(-1)).toMatchObject({
    type: "contacts",
    contacts: [{ phone: "601-555-0100" }],
  });
  expect(local.lessons[0]?.blocks[0]).toMatchObject({
    markdown: { en: "Welcome to Our program.", es: "Le damos la bienvenida a Nuestro programa." },
  });
  expect(origin).toEqual(sampleTraining());
});

test("an update of the origin leaves every local text in place and says which are due for a look", () => {
  const json = structuredClone(sampleJson);
  Object.assign(json.lessons[0]?.title ?? {}, { en: "Where to start" });
  json.lessons.reverse();
  const next = parseBody("training", json);
  const local = applyOverlay("training", next, overlay);
  expect(local.lessons[1]?.title.en).toBe("Begin here");
  expect(
    local.lessons.find(({ id }) => id === "start")?.blocks.some(({ id }) => id === "local-law-signs"),
  ).toBe(true);
  expect(overlayFaults(next, overlay)).toEqual([{ path: "lessons/start/title", reason: "stale" }]);
  json.lessons.pop();
  const gone = parseBody("training", json);
  expect(overlayFaults(gone, overlay)).toEqual([{ path: "lessons/start/title", reason: "orphaned" }]);
  expect(JSON.stringify(applyOverlay("training", gone, overlay))).toContain("Post one.");
});

test("a local language joins only when every text has it", () => {
  const paths = [...textPaths(sampleTraining()).keys()];
  const vietnamese = (chosen: readonly string[]) =>
    parseOverlay({
      schema: "concord.overlay/1",
      texts: Object.fromEntries(chosen.map((path) => [path, { text: { vi: "tiếng Việt" } }])),
    });
  expect(applyOverlay("training", sampleTraining(), vietnamese(paths)).languages).toEqual(["en", "es", "vi"]);
  expect(applyOverlay("training", sampleTraining(), vietnamese(paths.slice(1))).languages).toEqual([
    "en",
    "es",
  ]);
});
