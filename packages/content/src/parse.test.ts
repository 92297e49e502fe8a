import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBody, parseBody, parseOverlay } from "./parse.ts";
import { sampleJson, sampleTraining } from "./test/sample-training.ts";

const changed = (change: (body: typeof sampleJson & Record<string, unknown>) => void) => {
  const copy = structuredClone(sampleJson);
  change(copy);
  return checkBody("training", copy);
};

test("a part of a later version is kept as it came", () => {
  expect(sampleTraining().lessons[0]?.blocks[1]).toEqual({ id: "later", type: "hologram", depth: 3 });
});

test("a known part with a fault is named by its place, not by the last resort", () => {
  const result = changed((body) => {
    Object.assign(body.lessons[1]?.blocks[0] ?? {}, { items: [{ id: "x", text: { en: 3 } }] });
  });
  expect(result).toMatchObject({
    valid: false,
    errors: [{ pointer: "/lessons/1/blocks/0/items/0/text/en", code: "invalid-type" }],
  });
});

test("a language that one text lacks may not be claimed", () => {
  const result = changed((body) => Object.assign(body.title, { es: undefined }));
  expect(result.valid).toBe(false);
  const german = changed((body) => body.languages.push("de"));
  expect(german).toMatchObject({
    valid: false,
    errors: expect.arrayContaining([
      { pointer: "/title", code: "language-missing", params: { language: "de" } },
    ]),
  });
});

test("a phone number as text is refused, as are ids that stand twice", () => {
  const phone = changed((body) => Object.assign(body.title, { en: "Call 1-888-373-7888 now" }));
  expect(phone).toMatchObject({
    valid: false,
    errors: [{ pointer: "/title", code: "phone-number-as-text" }],
  });
  const twice = changed((body) => body.lessons.push(...body.lessons.slice(0, 1)));
  expect(twice).toMatchObject({ valid: false, errors: [{ code: "id-twice" }] });
});

test("a picture is raster, and a video has captions in every language it claims", () => {
  const blob = (type: string) => ({ sha256: "a".repeat(64), size: 10, type });
  const text = { en: "a", es: "b" };
  const withBlock = (block: unknown) =>
    changed((body) => Object.assign(body.lessons[1]?.blocks ?? [], { 0: block }));
  expect(withBlock({ id: "p", type: "image", blob: blob("image/svg+xml"), alt: text }).valid).toBe(false);
  const video = {
    id: "v",
    type: "video",
    title: text,
    blob: blob("video/mp4"),
    seconds: 5,
    transcript: text,
  };
  expect(withBlock({ ...video, captions: {} }).valid).toBe(false);
  expect(withBlock({ ...video, captions: { en: blob("text/vtt") } })).toMatchObject({
    errors: [{ code: "captions-missing", params: { language: "es" } }],
  });
  expect(withBlock({ ...video, captions: { en: blob("text/vtt"), es: blob("text/vtt") } }).valid).toBe(true);
});

test("nothing at all, and anything odd, is a fault and never a crash", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(checkBody("training", json).valid).toBe(false);
    }),
  );
  expect(() => parseBody("toolkit", {})).toThrow(
    expect.objectContaining({ code: "content.body-invalid", kind: "invalid" }),
  );
  expect(() => parseOverlay({ schema: "concord.overlay/2" })).toThrow(
    expect.objectContaining({ code: "content.overlay-invalid" }),
  );
});
