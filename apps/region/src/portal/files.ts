import { demonstrationNotice } from "@concord/ui";
import { z } from "@hono/zod-openapi";
import { stringify } from "csv-stringify/sync";
import type { Context } from "hono";
import type { Region } from "../context.ts";

export const fileQuery = z.object({
  format: z.enum(["json", "csv"]).default("json"),
  lang: z.enum(["en", "es"]).default("en"),
});

/** The responses of a route that gives a list as JSON or CSV. */
export function fileResponses(row: z.ZodObject) {
  const file = z.object({
    notice: z.string().nullable(),
    readAt: z.string(),
    notes: z.array(z.string()),
    rows: z.array(row),
  });
  return {
    200: {
      description: "The rows, with what must be known to read them",
      content: { "application/json": { schema: file }, "text/csv": { schema: z.string() } },
    },
  };
}

interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** What changes how the rows are read. */
  readonly notes: readonly string[];
}

/** Answers a list in the format asked for, to any site that asks. */
export function fileAnswer(c: Context, { clock }: Region, { columns, rows, notes }: Listing) {
  const { format, lang } = fileQuery.parse(c.req.query());
  const notice = demonstrationNotice({ official: false, locale: lang });
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  c.header("Cache-Control", "no-cache");
  if (format === "json") {
    const readAt = clock.now().toISOString();
    return c.json({ notice: notice ?? null, readAt, notes: [...notes], rows: [...rows] }, 200);
  }
  const name = c.req.path.split("/").slice(3).join("-");
  return c.body(csvOf(columns, rows, notice), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
  });
}

/**
 * Rows as RFC 4180 in UTF-8 with a byte order mark; the notice is the last column, so that every row keeps it.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe. An empty cell is "not there".
 */
function csvOf(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  notice: string | undefined,
): string {
  const body = rows.map((row) => [
    ...columns.map((name) => cellText(row[name])),
    ...(notice ? [notice] : []),
  ]);
  const header = [...columns, ...(notice ? ["notice"] : [])];
  return stringify([header, ...body], { bom: true, record_delimiter: "windows" });
}

/** Spreadsheets read a cell as a formula by its first character. Numbers are ours and stay numbers. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const cell = String(value);
  return /^[=+\-@\t\r\n|%]/.test(cell) ? `'${cell}` : cell;
}
