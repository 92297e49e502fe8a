import { createHash, type KeyObject, verify } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect } from "@concord/database";
import { timed } from "../measure.ts";

const tables = ["entries", "items", "bodies"];

/** Seconds of the least that must be done for the rows of a mirror to stand there once more, each one verified. */
export async function measureBound(ownerUrl: string, key: KeyObject, entries: number): Promise<number> {
  const sql = connect(ownerUrl, { max: 1 });
  const rows = await sql<{ signed: string; json: string }[]>`
    select signed, json from peer.entries join peer.bodies on bodies.sha256 = body_sha256`;
  if (rows.length !== entries) throw new Error(`${rows.length} rows to verify`);
  const copies: [string, Buffer][] = [];
  for (const table of tables) {
    // Not by COPY out: where the driver's stream is full as the last chunk comes, its socket stays paused for good.
    copies.push([table, asCopied(await sql`select * from peer.${sql(table)}`.raw())]);
    await sql`create table peer.${sql(`${table}_bound`)} (like peer.${sql(table)} including all)`;
  }
  const seconds = await timed(async () => {
    for (const { signed, json } of rows) {
      const dot = signed.lastIndexOf(".");
      const signature = Buffer.from(signed.slice(dot + 1), "base64url");
      if (!verify(null, Buffer.from(signed.slice(0, dot)), key, signature)) throw new Error("not signed");
      createHash("sha256").update(signed).digest("hex");
      createHash("sha256").update(json).digest("hex");
    }
    for (const [table, content] of copies) {
      const stored = await sql`copy peer.${sql(`${table}_bound`)} from stdin`.writable();
      await pipeline(Readable.from([content]), stored);
    }
  });
  await sql.end();
  return seconds;
}

/** Rows as COPY takes them in. */
function asCopied(rows: readonly (readonly (Buffer | null)[])[]): Buffer {
  const line = (row: readonly (Buffer | null)[]) =>
    `${row.map((value) => (value === null ? "\\N" : escaped(value.toString()))).join("\t")}\n`;
  return Buffer.from(rows.map(line).join(""));
}

function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
}
