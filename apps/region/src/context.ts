import type { Database } from "@concord/database";
import type { Bootstrap, Peer } from "@concord/peer";
import type { Clock } from "@concord/runtime";
import type { Denominators } from "./denominators/index.ts";

/** What a region's queries work with; values only. A region has no people and no sign-in. */
export interface Region {
  readonly code: string;
  /** What it is a region of, as in "Southeast". */
  readonly name: string;
  readonly origin: string;
  readonly openSeats: number;
  readonly clock: Clock;
  readonly database: Database;
  readonly peer: Peer;
  readonly bootstrap: Bootstrap;
  readonly denominators: Denominators;
}
