import { join } from "node:path";
import type { MigrationSet } from "@concord/database";

/** The tables of a federation member, in a schema of their own named `peer`. */
export const peerMigrations: MigrationSet = {
  name: "peer",
  folder: join(import.meta.dirname, "../migrations"),
};
