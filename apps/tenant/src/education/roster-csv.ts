import { stringify } from "csv-stringify/sync";
import type { Credit } from "./credit-model.ts";

/** The headers are fixed English words: boards' systems read them, not people. */
const columns = [
  "License number",
  "Profession",
  "Name",
  "Course",
  "Approval number",
  "Delivery mode",
  "Language",
  "Contact hours",
  "Completed on",
  "Certificate",
] as const;

/**
 * A roster as RFC 4180, UTF-8 with a byte order mark. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe. Every row of an instance that is not official carries `notice`, in a column of its own.
 */
export function rosterCsv(credits: readonly Credit[], notice: string | undefined): string {
  const rows = credits.map((credit) => [
    credit.licenseNumber,
    credit.profession,
    credit.holder,
    credit.title,
    credit.approvalNumber,
    credit.mode,
    credit.locale,
    String(credit.contactHours),
    credit.completedOn,
    credit.certificateId,
    ...(notice ? [notice] : []),
  ]);
  const all = [[...columns, ...(notice ? ["Notice"] : [])], ...rows].map((row) => row.map(defused));
  return stringify(all, { bom: true, record_delimiter: "windows" });
}

/** Spreadsheets read a cell as a formula by its first character, whatever stands in quotes. */
export function defused(cell: string): string {
  return /^[=+\-@\t\r\n|%]/.test(cell) ? `'${cell}` : cell;
}
