import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault } from "./faults.ts";
import type { County } from "./schema.ts";

const file = "counties.csv";

const rows = z
  .array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))
  .transform((list) => list.map(({ record, info }) => ({ record, line: info.lines })));

/** Reads `fips,name` rows; lines that start with # name the source. */
export function readCounties(text: string, fips: string | undefined, faults: Fault[]): County[] {
  const add = (line: number, problem: string, mend: string) =>
    faults.push({ file, path: `/${line}`, line, problem, mend });
  const options = { comment: "#", info: true, relax_column_count: true, skip_empty_lines: true } as const;
  const [header, ...records] = rows.parse(parse(text, options));
  if (header?.record.join(",") !== "fips,name")
    add(header?.line ?? 1, "has no header", "start with: fips,name");
  const seen = new Set<string>();
  for (const { record, line } of records) {
    const [code = "", name = ""] = record;
    if (!/^\d{5}$/.test(code))
      add(line, `${code} is not a five-digit FIPS code`, "write state and county digits");
    else if (fips && !code.startsWith(fips)) add(line, `${code} is not in state ${fips}`, "remove the row");
    if (seen.has(code)) add(line, `${code} stands twice`, "remove one of the rows");
    if (!name) add(line, `${code} has no name`, "add the county's name");
    seen.add(code);
  }
  if (records.length === 0) add(1, "lists no county", "list every county, one a line");
  return records
    .map(({ record: [code = "", name = ""] }) => ({ fips: code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
