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

async function post(path: string, body: FormData | object, method = "POST") {
  const isForm = body instanceof FormData;
  const type: Record<string, string> = isForm ? {} : { "content-type": "application/json" };
  const response = await tenant.instance.fetch(
    new Request(`http://tenant.localhost/api/v1${path}`, {
      method,
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
  const written = await post("/trainings", { body: withPicture("With a picture", kept.body) });
  expect(written.status).toBe(201);
  expect((await post(`/trainings/${written.body.id}/offer`, {})).status).toBe(200);
  const url = `http://tenant.localhost/trainings/assets/${kept.body.sha256}`;
  const shown = await tenant.instance.fetch(new Request(url));
  const { width, format } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect([width, format]).toEqual([1_600, "webp"]);
});

function withPicture(title: string, blob: object) {
  const body = sampleTraining(title);
  const alt = { en: "A picture", es: "Una imagen" };
  const [first, ...rest] = body.lessons;
  const blocks = [...(first?.blocks ?? []), { id: "picture", type: "image", blob, alt }];
  return { ...body, lessons: [{ ...first, blocks }, ...rest] };
}

test("whoever knows the hash of what a member handed in cannot make a training of it, nor offer one that names it", async () => {
  const file = await tenant.tenant.blobs.put(new TextEncoder().encode("a sworn statement"));
  const handedIn = { ...file, type: "image/png" };
  const refused = {
    status: 422,
    body: { errors: [{ pointer: "/lessons/0/blocks/1/blob", code: "trainings.file-missing" }] },
  };
  expect(await post("/trainings", { body: withPicture("Sworn", handedIn) })).toMatchObject(refused);
  const plain = await post("/trainings", { body: sampleTraining("Plain") });
  const revision = { body: withPicture("Plain", handedIn) };
  expect(await post(`/trainings/${plain.body.id}`, revision, "PUT")).toMatchObject(refused);

  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#531" } })
    .png()
    .toBuffer();
  const kept = await post("/trainings/files", picture(new Uint8Array(png)));
  const draft = await post("/trainings", { body: withPicture("Ours", kept.body) });
  await tenant.tenant.database.sql`delete from material_files where sha256 = ${kept.body.sha256}`;
  expect(await post(`/trainings/${draft.body.id}/offer`, {})).toMatchObject(refused);
});

test("a hotline that the program does not have is refused by its place, with those that it has", async () => {
  const both = (text: string) => ({ en: text, es: "Llame." });
  const body = sampleTraining("Typed wrong", { summary: both("Call {{hotline:nationl}}.") });
  const refused = await post("/trainings", { body });
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/summary/en", code: "trainings.hotline-unknown" }] },
  });
  expect(JSON.stringify(refused.body)).toMatch(/\{\{hotline:nationl\}\} is no hotline.*national/);
});

test("what is no picture, or too big, is refused with the field's name", async () => {
  for (const bytes of [new TextEncoder().encode("<svg/>"), new Uint8Array(10_000_001)])
    expect(await post("/trainings/files", picture(bytes))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/file", code: "trainings.picture" }] },
    });
  expect(await post("/trainings/files", new FormData())).toMatchObject({ status: 422 });
});
