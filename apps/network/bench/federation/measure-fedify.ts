import { type Measure, median, type Scale, timed } from "../measure.ts";
import { prepareInbox, type Signing } from "./fedify-inbox.ts";
import { preparePull } from "./one-by-one.ts";

const rounds = 7;
/** Ours is over sooner, so it is done more often. */
const pulls = 4;
const bodyBytes = 4_096;
const least = 5;
const signings: Readonly<Record<Signing, string>> = {
  "http-signature": "an HTTP signature, RSA of 4,096 bits (draft-cavage)",
  "integrity-proof": "an integrity proof, Ed25519 (eddsa-jcs-2022)",
};

/** What it takes to receive an entry of 4 KB a request, in memory, against as many activities in Fedify's inbox. */
export async function measureFedify({ small }: Scale): Promise<Measure[]> {
  const count = small ? 100 : 300;
  const bodies = Array.from(
    { length: count },
    (_, at) => `{"text":"${`${at} `.padEnd(bodyBytes, "word ")}"}`,
  );
  const measures: Measure[] = [];
  for (const signing of Object.keys(signings) as Signing[]) {
    const ours: number[] = [];
    const theirs: number[] = [];
    // The first round warms up both and does not count.
    for (let round = 0; round <= rounds; round++) {
      const pull = await preparePull(bodies);
      const inbox = await prepareInbox(bodies, signing);
      const all = async () => {
        for (let number = 0; number < pulls; number++) await pull();
      };
      const [product, fedify] = [(pulls * count) / (await timed(all)), count / (await timed(inbox))];
      if (round > 0) ours.push(product);
      if (round > 0) theirs.push(fedify);
    }
    const rate = median(theirs).toFixed(0);
    measures.push({
      name: `receiving one entry a request, both signed with Ed25519, beside ${signing}`,
      value: median(ours),
      unit: "entries/s",
      ratio: median(ours.map((value, at) => value / (theirs[at] ?? 1))),
      against: `Fedify's inbox, each with ${signings[signing]}: ${rate} activities/s`,
      least,
    });
  }
  return measures;
}
