import { stringify } from "csv-stringify";
import type { Context } from "../context.ts";
import { demonstrationNotice } from "../profile/index.ts";
import { type DirectoryEntry, type DirectoryPage, listDirectory } from "./directory.ts";
import { messages } from "./messages.ts";
import { placesOf } from "./views/directory-page.tsx";
import { levelTitle, sectorLabel } from "./views/labels.ts";

type Search = { readonly text: string; readonly sector: string; readonly countyFips: string };

/** The whole directory for a search as CSV (RFC 4180, UTF-8), formulas defused, read page by page. */
export function directoryCsv(context: Context, search: Search): ReadableStream<Uint8Array> {
  const notice = demonstrationNotice(context.tenant.profile, context.locale);
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: "windows" });
  write(context, search, csv, notice).catch((error: Error) => csv.destroy(error));
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      for await (const chunk of csv) controller.enqueue(encoder.encode(String(chunk)));
      controller.close();
    },
  });
}

async function write(
  context: Context,
  search: Search,
  csv: ReturnType<typeof stringify>,
  notice: string | undefined,
): Promise<void> {
  const t = messages.in(context.locale);
  const heads = [
    t("directory.name"),
    t("field.doingBusinessAs"),
    "NAICS",
    t("field.sector"),
    t("directory.level"),
    t("directory.places"),
    t("directory.since"),
    t("field.website"),
  ];
  csv.write([...heads, ...(notice ? [t("csv.notice")] : [])]);
  let after: DirectoryPage["next"];
  do {
    const page = await listDirectory(context, { ...search, limit: 1_000, ...(after ? { after } : {}) });
    for (const entry of page.entries) csv.write([...cells(context, entry), ...(notice ? [notice] : [])]);
    after = page.next;
  } while (after);
  csv.end();
}

function cells(context: Context, entry: DirectoryEntry): string[] {
  const { locale } = context;
  const { profile } = context.tenant;
  return [
    entry.name,
    entry.doingBusinessAs ?? "",
    entry.sector,
    sectorLabel(profile, entry.sector, locale),
    levelTitle(profile, entry.level, locale),
    placesOf(profile, entry, locale),
    entry.memberSince,
    entry.website ?? "",
  ];
}
