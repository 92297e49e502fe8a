import type { Database } from "@concord/database";
import type { Trust } from "@concord/federation";
import type { Bootstrap, Peer } from "@concord/peer";
import type { Clock, Ids, Logger } from "@concord/runtime";
import type { Denominators } from "./denominators/index.ts";
import type { TrialKeeper } from "./desk/index.ts";

/** What a region's queries work with; values only. A region has no people and no sign-in. */
export interface Region {
  readonly code: string;
  /** What it is a region of, as in "Southeast". */
  readonly name: string;
  readonly origin: string;
  /** How many states the network has room for; those that no state has taken are open. */
  readonly seats: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly database: Database;
  readonly peer: Peer;
  readonly bootstrap: Bootstrap;
  readonly denominators: Denominators;
  /** Keepers who were made up for a trial; never given in production. */
  readonly trial?: { keepers(): Promise<readonly TrialKeeper[]> };
  /** Keeps what came into force where the next start finds it, and whoever hands it on. */
  readonly keepInForce?: (trust: Pick<Trust, "root" | "registry">) => Promise<void>;
}
