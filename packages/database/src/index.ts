export { afterCommit } from "./after-commit.ts";
export { connect } from "./connect.ts";
export {
  type Database,
  type Db,
  type Executor,
  openDatabase,
  preparing,
  type Tx,
} from "./database.ts";
export { makeWritable } from "./embedded/folder.ts";
export { type EmbeddedServer, startEmbeddedServer } from "./embedded/server.ts";
export { createJobs, type Jobs } from "./jobs/jobs.ts";
export { defineQueue, type Queue, type QueueDefinition } from "./jobs/queue.ts";
export { type MigrationSet, migrate } from "./migrate.ts";
export { isForeignKeyViolation } from "./violations.ts";
