import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("one network opens only so many applications at a time, and may go on later", async () => {
  const visitor = tenant.visitor();
  const start = async () => {
    await visitor.open("/join");
    return (await visitor.submit("/join")).status;
  };
  let opened = 0;
  while (opened < 200 && (await start()) === 200) opened += 1;
  expect(opened).toBe(60);
  expect(visitor.seen.status).toBe(429);
  tenant.clock.advance(60_000);
  expect(await start()).toBe(200);
});

test("a page with files is slowed down, the others are not", async () => {
  const visitor = tenant.visitor();
  tenant.clock.advance(3_600_000);
  await visitor.open("/join");
  await visitor.submit("/join");
  const save = async (step: string) => {
    await visitor.open(`/join/${step}`);
    return (await visitor.submit(`/join/${step}`)).status;
  };
  let uploads = 0;
  while (uploads < 200 && (await save("commitments")) === 422) uploads += 1;
  expect(uploads).toBe(60);
  expect(visitor.seen.status).toBe(429);
  expect(await save("organization")).toBe(422);
});
