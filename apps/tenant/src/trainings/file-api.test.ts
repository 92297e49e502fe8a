import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { createApiToken } from "../identity/tokens.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let authorization: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const { token } = await createApiToken(tenant.context(), { name: "office", scopes: ["trainings:manage"] });
  authorization = `Bearer ${token}`;
});
afterAll(() => tenant.close());

async function post(path: string, body: FormData | object) {
  const isForm = body instanceof FormData;
  const type: Record<string, string> = isForm ? {} : { "content-type": "application/json" };
  const response = await tenant.instance.fetch(
    new Request(`http://tenant.localhost/api/v1${path}`, {
      method: "POST",
      headers: { authorization, ...type },
      body: isForm ? body : JSON.stringify(body),
    }),
  );
  // biome-ignore lint/suspicious/noExplicitAny: what a client sees has no type.
  return { status: response.status, body: JSON.parse(await response.text()) as any };
}

function picture(bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.append("file", new File([bytes], "IMG_2041.png", { type: "image/png" }));
  return form;
}

test("a system hands in a picture, names it in a training, and anybody sees it once it is offered", async () => {
  const png = await sharp({ create: { width: 2_000, height: 10, channels: 3, background: "#135" } })
    .png()
    .toBuffer();
  const kept = await post("/trainings/files", picture(new Uint8Array(png)));
  expect(kept).toMatchObject({ status: 201, body: { type: "image/webp" } });
  const { lessons, ...rest } = sampleTraining("With a picture");
  const alt = { en: "A lobby at night", es: "Un vestíbulo de noche" };
  const image = { id: "picture", type: "image", blob: kept.body, alt };
  const body = {
    ...rest,
    lessons: lessons.map((lesson) => ({ ...lesson, blocks: [...lesson.blocks, image] })),
  };
  const written = await post("/trainings", { body });
  expect(written.status).toBe(201);
  expect((await post(`/trainings/${written.body.id}/offer`, {})).status).toBe(200);
  const url = `http://tenant.localhost/trainings/assets/${kept.body.sha256}`;
  const shown = await tenant.instance.fetch(new Request(url));
  const { width, format } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect([width, format]).toEqual([1_600, "webp"]);
});

test("what is no picture, or too big, is refused with the field's name", async () => {
  for (const bytes of [new TextEncoder().encode("<svg/>"), new Uint8Array(10_000_001)])
    expect(await post("/trainings/files", picture(bytes))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/file", code: "trainings.picture" }] },
    });
  expect(await post("/trainings/files", new FormData())).toMatchObject({ status: 422 });
});
