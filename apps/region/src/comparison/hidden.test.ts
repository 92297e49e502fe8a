import { afterAll, beforeAll, expect, test } from "vitest";
import { regionNetwork } from "../../test/network.ts";
import { release } from "../../test/release.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al", "us-wv"]);
  const shown = (value: number) => ({ state: "shown", value }) as const;
  const hidden = { state: "hidden", rule: "small-count" } as const;
  await net.state("us-ms").publish(release("ms", "2026-10", { active: 300, completions: shown(140) }));
  await net.state("us-al").publish(release("al", "2026-10", { active: 120, completions: hidden }));
  await net.state("us-wv").publish(release("wv", "2026-09", { active: 40, completions: shown(61) }));
  await net.region.peer.syncNow();
});
afterAll(() => net.close());

const completions = async (): Promise<Record<string, unknown>[]> =>
  (await net.json("/api/v1/activity")).rows.filter((row: { metric: string }) => row.metric === "completions");

test("a hidden figure is marked with its rule, is not zero, and hides the region's sum", async () => {
  expect(await completions()).toMatchObject([
    { member: "us-ms", status: "shown", value: 140, rule: null },
    { member: "us-al", status: "hidden", value: null, rule: "small-count" },
    { member: "us-wv", status: "not-published", value: null, rule: null },
    { member: "region", status: "hidden", value: null, rule: "reveals-hidden" },
  ]);
  const body = await net.read("/");
  expect(body).toContain("The number of completed trainings in October 2026 is hidden for the region");
  expect(body).toContain("too few to publish: a number under 11, or about fewer than 11 people or members");
  expect(body).toContain("Not published");
});

test("months are not mixed: what one state did in September is in no sum of October", async () => {
  const [, , , region] = await completions();
  expect(region?.note).toContain("The others together: 140");
  expect(region?.note).toContain("without one state that has not published the month");
});

test("every other sum is shown once no state hides its figure", async () => {
  await net
    .state("us-al")
    .publish(release("al", "2026-10", { active: 120, completions: { state: "shown", value: 20 } }));
  await net
    .state("us-wv")
    .publish(release("wv", "2026-10", { active: 41, completions: { state: "shown", value: 0 } }));
  await net.region.peer.syncNow();
  expect((await completions()).at(-1)).toMatchObject({ status: "shown", value: 160, note: null });
  const toolkits = (await net.json("/api/v1/activity")).rows.filter(
    (row: { metric: string }) => row.metric === "toolkit-adoptions",
  );
  expect(toolkits.at(-1)).toMatchObject({ status: "hidden", value: null });
});

test("CSV keeps the notice on every row, leaves empty what is hidden, and parses as RFC 4180", async () => {
  const { body, headers } = await net.get("/api/v1/activity?format=csv&lang=es");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = body.replace("\uFEFF", "").trim().split("\r\n");
  expect(lines[0]).toBe("period,metric,member,place,status,value,rule,note,notice");
  expect(
    lines.slice(1).every((line) => line.includes("Demostración. Este no es un sitio web del gobierno.")),
  ).toBe(true);
  expect(lines.find((line) => line.includes("toolkit-adoptions,us-ms"))).toContain(",hidden,,small-count,");
});

test("a counting difference stands beside the state's figure, in the reader's language", async () => {
  const difference = "For-profit firms only";
  await net.state("us-ms").publish(release("ms", "2026-10", { active: 300, difference }));
  await net.region.peer.syncNow("us-ms");
  const home = await net.read("/");
  expect(home).toContain(difference);
  expect(home, "below the chart too").toContain(`Mississippi: ${difference}`);
  for (const path of ["/es/", "/es/states/us-ms", "/es/about"])
    expect(await net.read(path)).toContain(`ES: ${difference}`);
});
