import type { Visitor } from "@concord/testing";
import { until } from "./tenant-program.ts";

type Fields = Parameters<Visitor["submit"]>[1];

/** An officer waits until a title has come in with all its files, opens it and adopts it with what is its own. */
export async function adoptTitle(office: Visitor, title: string, own: Fields = {}): Promise<void> {
  await until(async () => {
    await office.open("/office/network");
    await office.submit("/office/network/sync");
    await office.open("/office/network/incoming");
    return rowWith(office, title) !== undefined;
  });
  const href = /href="([^"]*\/office\/network\/incoming\/[\w.-]+)"/.exec(rowWith(office, title) ?? "")?.[1];
  await office.open(href ?? "");
  const { status } = await office.submit("/adopt", own);
  if (status !== 200) throw new Error(`not adopted: ${office.text}`);
}

function rowWith(office: Visitor, title: string): string | undefined {
  return office.seen.html.split("<tr").find((row) => row.includes(title));
}
