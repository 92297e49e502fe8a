import type { Database } from "@concord/database";
import type { Bootstrap, Peer } from "@concord/peer";
import type { Clock, Ids, Logger } from "@concord/runtime";
import type { Denominators } from "./denominators/index.ts";
import type { TrialKeeper } from "./desk/model.ts";

/** What a region's queries work with; values only. A region has no people and no sign-in. */
export interface Region {
  readonly code: string;
  /** What it is a region of, as in "Southeast". */
  readonly name: string;
  readonly origin: string;
  readonly openSeats: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly database: Database;
  readonly peer: Peer;
  readonly bootstrap: Bootstrap;
  readonly denominators: Denominators;
  /** Keepers who were made up for a trial; never given in production. */
  readonly trial?: readonly TrialKeeper[];
}
