// Started by tests as a process of its own: serves a folder, and prints every row once it is committed.
import { openDatabase, startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";
import { sql } from "drizzle-orm";

const [folder = "", mode = "write"] = process.argv.slice(2);
const server = await startEmbeddedServer({ folder, log: createLogger({ level: "silent" }) });
await server.ensureDatabase("held");
const database = openDatabase(server.url("held", "owner"));
await database.db.execute(sql`create table if not exists row (id int primary key)`);
console.log("ready");
if (mode === "write") {
  for (let id = 1; ; id++) {
    await database.db.execute(sql`insert into row values (${id})`);
    console.log(id);
  }
}
if (mode === "leave") process.exit(0);
