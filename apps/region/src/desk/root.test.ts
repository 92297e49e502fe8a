import { join } from "node:path";
import { addSignatures, generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { trialKeys } from "@concord/peer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../../test/keepers.ts";
import { regionNetwork } from "../../test/network.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;
let desk: ReturnType<typeof deskOf>;
let roots: SigningKey[];
const dora = { root: readSigningKey(generateSigningKey()), registry: readSigningKey(generateSigningKey()) };

beforeAll(async () => {
  net = await regionNetwork(["us-ms"]);
  desk = deskOf(net);
  roots = (await trialKeys(join(net.folder, "network"), "root")).map(readSigningKey);
});
afterAll(() => net.close());

/** Cleo goes and Dora comes, for both documents. */
async function rotation() {
  const { root } = await net.region.peer.trust();
  const query = new URLSearchParams({ ceremony: "root" });
  for (const role of ["root", "registry"] as const) {
    for (const { kid } of root[role].keys.slice(0, 2)) query.append(`${role}-keep`, kid);
    query.set(`${role}-new-1`, JSON.stringify(dora[role].publicJwk));
  }
  return await desk.draft(query);
}

const sign = (text: string, ...keys: SigningKey[]) => addSignatures(text, "concord-root+jws", keys);
const page = (path: string) => net.read(path);

test("a new root waits for everybody it asks for, then for the list signed under it, and both spread together", async () => {
  const text = await rotation();
  const [anna, ben] = roots;
  if (!anna || !ben) throw new Error("no keys");
  // A key that only the next root names has no say yet: anybody could write such a root.
  const self = await desk.handIn(await sign(text, dora.root));
  expect([self.status, self.body]).toEqual([403, expect.stringContaining("No keeper’s signature")]);
  const first = await desk.handIn(await sign(text, anna));
  expect(await page(first.location)).toContain("more keeper");
  await desk.handIn(await sign(text, ben));
  expect(await page(first.location)).toContain("key 4 of 4");
  await desk.handIn(await sign(text, dora.root));
  expect(await page(first.location)).toContain("It takes effect together with the next list of members");
  expect((await net.region.peer.trust()).root.version).toBe(1);
  const renewed = await desk.draft({ ceremony: "renew" });
  const cleo = await desk.handIn(await desk.sign(renewed, 3));
  expect(cleo.status).toBe(403);
  const listed = await addSignatures(renewed, "concord-registry+jws", [dora.registry]);
  const done = await desk.handIn(await desk.sign(listed, 1));
  expect(await page(done.location)).toContain("This is in force since");
  expect(await page(first.location)).toContain("This is in force since");
  await net.state("us-ms").peer.syncNow("region");
  const theirs = await net.state("us-ms").peer.trust();
  expect([theirs.root.version, theirs.registry.version]).toEqual([2, 2]);
  expect(theirs.root.root.keys.map(({ kid }) => kid)).toContain(dora.root.kid);
});

test("a root with too few keys, or with what is no key, is refused on its form", async () => {
  const few = await net.get(
    `/network/desk/draft?ceremony=root&at=${Math.floor(net.clock.now().getTime() / 1000)}`,
  );
  expect([few.status, few.body]).toEqual([422, expect.stringContaining("The rules of the network")]);
  const none = await net.get("/network/desk/draft?ceremony=root&root-new-1=hello&at=1");
  expect([none.status, none.body]).toEqual([422, expect.stringContaining("This is no public key.")]);
});
