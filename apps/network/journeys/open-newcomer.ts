import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEighthState } from "../test/eighth-state.ts";
import { appointFirstOfficer, trialPlace } from "../test/trial-place.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";

/** The region and two states, and beside them an eighth, `zz`, as its own process, which is in no network yet. */
export async function openNewcomer() {
  const parent = await mkdtemp(join(tmpdir(), "concord-newcomer-"));
  const [running, profile] = await Promise.all([
    startTrialNetwork({ only: ["ms", "al"] }),
    writeEighthState(parent),
  ]);
  const place = await trialPlace(profile, "zz");
  await appointFirstOfficer(place.env);
  const start = () => place.start({ LOG_LEVEL: "warn" }).untilReady();
  let program = await start();
  const origin = place.env.ORIGIN ?? "";
  // For a person in a browser, who opens the newcomer's own address as well, in English.
  const network: TrialNetwork = {
    ...running,
    url: (which, path = "/") => (which === place.code ? `${origin}/en${path}` : running.url(which, path)),
  };
  return {
    network,
    origin,
    running: () => program.running,
    async restart() {
      await program.stop();
      program = await start();
    },
    async stop() {
      await place.remove();
      await running.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
