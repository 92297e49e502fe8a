import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import type { TrialNetwork } from "./trial-network.ts";

/** One count over several databases of a running network, past everything that the product says of itself. */
export async function countRows(
  network: TrialNetwork,
  databases: readonly string[],
  count: string,
): Promise<number> {
  // Where a Postgres server listens stands in the file it keeps while it runs.
  const pid = await readFile(join(network.folder, "postgres", "data", "postmaster.pid"), "utf8");
  const [, , , port = "", host = ""] = pid.split("\n");
  let sum = 0;
  for (const database of databases) {
    const sql = postgres({ host, port: Number(port), user: "concord_owner", database, max: 1 });
    const [row] = await sql.unsafe<{ rows: number }[]>(count);
    sum += row?.rows ?? Number.NaN;
    await sql.end();
  }
  return sum;
}
