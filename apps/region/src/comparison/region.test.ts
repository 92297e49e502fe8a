import { afterAll, beforeAll, expect, test } from "vitest";
import { regionNetwork } from "../../test/network.ts";
import { release } from "../../test/release.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al", "us-tx"]);
  await net.region.peer.syncNow();
});
afterAll(() => net.close());

const membership = async () => {
  const { rows } = await net.json("/api/v1/membership");
  return new Map<string, Record<string, unknown>>(rows.map((row: { member: string }) => [row.member, row]));
};

/** Straight from the bodies as they were signed, by no code of the region. */
async function countOverBodies(): Promise<number> {
  const [row] = await net.database.sql`
    with bodies as (
      select i.feed, b.json::jsonb as body, e.seq
      from peer.items i
      join peer.entries e on e.item = i.item and e.revision = i.revision and e.verdict = 'applied'
      join peer.bodies b on b.sha256 = e.body_sha256
      where i.kind = 'figures' and i.status = 'live'
    ), newest as (select distinct on (feed) body from bodies order by feed, body->>'period' desc, seq desc)
    select coalesce(sum((body->'membership'->>'active')::int), 0)::int as total from newest`;
  return row?.total;
}

let october: string;

test("before anybody published, nothing is shown and nothing is zero", async () => {
  const body = await net.read("/");
  expect(body).toContain("No state has published figures yet");
  expect((await membership()).get("us-ms")).toMatchObject({ activeMembers: null, freshness: "none" });
  const ms = (await net.get("/es/states/us-ms")).body;
  expect(ms).toContain('<span lang="en">Program of us-ms</span>. No ha publicado cifras todavía.');
  expect((await net.get("/press.pdf")).status).toBe(404);
  for (const page of ["/", "/es", "/states/us-ms", "/network", "/about", "/help"])
    expect((await net.get(page)).body, page).not.toContain("press.pdf");
});

test("figures that a state signs appear, with rate, day and source", async () => {
  await net.state("us-ms").publish(release("ms", "2026-09", { active: 290 }));
  october = (await net.state("us-ms").publish(release("ms", "2026-10", { active: 300 }))).item;
  await net.state("us-al").publish(release("al", "2026-10", { active: 120 }));
  await net.region.peer.syncNow();
  const rows = await membership();
  expect(rows.get("us-ms")).toMatchObject({
    ...{ place: "Mississippi", fips: "28", period: "2026-10", countedOn: "2026-10-31", freshness: "current" },
    ...{ activeMembers: 300, establishments: 59805, membersPer1000Establishments: 5.016 },
    establishmentsSource: "US Census Bureau, County Business Patterns, 2021",
  });
  const body = await net.read("/");
  expect(body).toContain("420 active members in 2 states. Counted on October 31, 2026.");
  expect(body).toContain("Texas has published nothing yet and is not in the totals.");
  expect(body).toMatch(/Mississippi\s+counted Oct\s31,\s2026/);
  expect(body).toContain("Active members are those in the state’s register on the day it counted.");
  expect(body).toContain("The first published figures are of September 2026.");
  const ms = await net.read("/states/us-ms");
  expect(ms).toContain("in the state’s register on October 31, 2026.");
  expect(ms).toContain("The first published figures are of September 2026.");
  const spanish = (await net.get("/es/states/us-ms")).body;
  expect(spanish).toContain("<span>Empresas de Misisipi contra la Trata</span>. El mes más reciente");
  expect(spanish).not.toMatch(/Program of us-ms|Mississippi Businesses/);
});

test("the total equals a count over the signed bodies, and rises by one when one more joins", async () => {
  expect(await countOverBodies()).toBe(420);
  await net.state("us-ms").revise(october, release("ms", "2026-10", { active: 301 }));
  await net.region.peer.syncNow("us-ms");
  expect(await countOverBodies()).toBe(421);
  const body = await net.read("/");
  expect(body).toContain("421 active members in 2 states");
  const months = await net.database
    .sql`select period, revision from releases where member = 'us-ms' order by 1`;
  expect(months).toEqual([
    { period: "2026-09", revision: 1 },
    { period: "2026-10", revision: 2 },
  ]);
  const parts = await net.database.sql`
    select dimension, sum(value)::int as total from figures
    where member = 'us-ms' and period = '2026-10' and metric = 'members' group by 1 order by 1`;
  expect(parts.map((row) => row.total)).toEqual([301, 301, 301]);
});

test("a state whose month is missing is late, shown with its last figures and said to be in the total", async () => {
  const al = net.state("us-al");
  net.clock.set(new Date("2026-12-09T15:00:00Z"));
  await net.region.peer.syncNow();
  expect((await membership()).get("us-al")).toMatchObject({ freshness: "current", activeMembers: 120 });
  net.clock.set(new Date("2026-12-12T15:00:00Z"));
  await net.state("us-ms").publish(release("ms", "2026-11", { active: 310 }));
  await net.region.peer.syncNow();
  expect((await membership()).get("us-al")).toMatchObject({ freshness: "late", activeMembers: 120 });
  const body = await net.read("/");
  expect(body).toContain(
    "430 active members in 2 states. Counted between October 31, 2026 and November 30, 2026.",
  );
  expect(body).toContain("The figures of Alabama are late; the totals hold what it published last.");
  expect(body).toContain("The month that is due was not published. The newest is October 2026.");
  expect(body).toContain("late: no figures after October 2026");
  expect(await net.read("/es/")).toContain("atrasado: sin cifras tras octubre de 2026");
  await al.publish(release("al", "2026-11", { active: 125 }));
  await net.region.peer.syncNow("us-al");
  expect((await membership()).get("us-al")).toMatchObject({ freshness: "current", activeMembers: 125 });
});

test("a state whose site is down is late until it answers again", async () => {
  net.down.add("us-ms");
  net.clock.advance(60_000);
  await net.region.peer.syncNow("us-ms");
  const body = await net.read("/");
  expect((await membership()).get("us-ms")).toMatchObject({ freshness: "late", activeMembers: 310 });
  expect(body).toMatch(
    /Mississippi\s+counted Nov\s30,\s2026\s+Late\s+Its site does not answer\. Last heard from:/,
  );
  expect(body).toMatch(/late: not heard from since Dec 12, 2026, \d/);
  expect(body).toContain("435 active members in 2 states");
  net.down.delete("us-ms");
  await net.region.peer.syncNow("us-ms");
  expect((await membership()).get("us-ms")).toMatchObject({ freshness: "current" });
});

test("figures that were changed on their way never show", async () => {
  net.setTamper(async (url, answer) => {
    const response = await answer();
    if (!url.pathname.endsWith("/entries")) return response;
    const text = (await response.text()).replaceAll("777", "999");
    return new Response(text, { status: response.status, headers: response.headers });
  });
  await net.state("us-tx").publish(release("tx", "2026-11", { active: 777 }));
  const [summary] = await net.region.peer.syncNow("us-tx");
  expect(summary?.refused.map(({ reason }) => reason)).toContain("body-mismatch");
  expect((await membership()).get("us-tx")).toMatchObject({ activeMembers: null });
  const html = (await net.get("/")).body + (await net.get("/states/us-tx")).body;
  expect(html).not.toMatch(/999|777/);
  net.setTamper();
  await net.region.peer.syncNow("us-tx");
  expect((await membership()).get("us-tx")).toMatchObject({ activeMembers: 777, freshness: "current" });
});

test("a validly signed release that speaks of another state, or of no real day, is refused and says so", async () => {
  net.clock.advance(1000);
  await net.state("us-al").publish(release("ms", "2026-11", { active: 9000 }));
  await net.state("us-tx").publish(release("tx", "2027-03", { active: 8000 }));
  await net.region.peer.syncNow();
  const body = await net.read("/");
  expect(body).toContain("Its newest release speaks of another state and is not shown.");
  expect(body).toContain("Its newest release is of a day that has not come and is not shown.");
  expect(body).not.toMatch(/9,000|8,000/);
  expect((await membership()).get("us-ms")).toMatchObject({ activeMembers: 310 });
});

test("a withdrawn month is gone, and the month before it is the newest again, late", async () => {
  const { item } = await net
    .state("us-ms")
    .publish(release("ms", "2026-12", { active: 400, asOf: "2026-12-12" }));
  await net.region.peer.syncNow("us-ms");
  expect((await membership()).get("us-ms")).toMatchObject({ period: "2026-12", activeMembers: 400 });
  await net.state("us-ms").withdraw(item);
  await net.region.peer.syncNow("us-ms");
  expect((await membership()).get("us-ms")).toMatchObject({ period: "2026-11", activeMembers: 310 });
});
