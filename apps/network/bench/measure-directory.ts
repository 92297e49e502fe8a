import { Agent, request } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@concord/runtime";
import { type Measure, median, perSecond } from "./measure.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface DirectorySites {
  readonly product: { readonly port: number; readonly host: string };
  readonly handWritten: { readonly port: number; readonly host: string };
}

const searches = ["Harbor View", "4711", "motel 12", "cedar ridge inn", "77"];
const deep = Buffer.from(JSON.stringify({ sortName: "harbor", id: "" })).toString("base64url");

const kinds: Readonly<Record<string, readonly string[]>> = {
  "directory listing": ["", `?cursor=${deep}`, "?limit=100", "?sector=72", "?county=28047"],
  "directory search": searches.map((text) => `?q=${encodeURIComponent(text)}`),
};

const seconds = 2;
const rounds = 5;
/** What the hand-written route makes of the same rows is the measure; less than this share of it is a fault. */
const least = 0.7;

/** Both routes in turn, over HTTP, eight clients at a time; the median of their ratios, since both share the run. */
export async function measureDirectory(sites: DirectorySites): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, queries] of Object.entries(kinds)) {
    for (const query of queries) {
      const [ours, theirs] = await Promise.all([get(sites.product, query), get(sites.handWritten, query)]);
      if (!isDeepStrictEqual(JSON.parse(ours), JSON.parse(theirs)))
        throw new DomainError("bench.answers-differ", "conflict", { query });
    }
    const ours: number[] = [];
    const theirs: number[] = [];
    // The first round warms up both and does not count.
    for (let round = 0; round <= rounds; round++) {
      const product = await rate(sites.product, queries);
      const handWritten = await rate(sites.handWritten, queries);
      if (round > 0) ours.push(product);
      if (round > 0) theirs.push(handWritten);
    }
    const ratio = median(ours.map((value, at) => value / (theirs[at] ?? 1)));
    const against = `a hand-written route: ${median(theirs).toFixed(0)} requests/s`;
    measures.push({ name, value: median(ours), unit: "requests/s", ratio, against, least });
  }
  agent.destroy();
  return measures;
}

function rate(site: DirectorySites["product"], queries: readonly string[]): Promise<number> {
  let next = 0;
  return perSecond(() => get(site, queries[next++ % queries.length] ?? ""), { concurrency: 8, seconds });
}

function get({ port, host }: DirectorySites["product"], query: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: "127.0.0.1", port, path: `/api/v1/members${query}`, headers: { host } };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${query} was answered with ${answer.statusCode}: ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
