import type { Visitor } from "@concord/testing";

/** A token made on the office's own page: of a system that takes applications in and decides them, unless told. */
export async function createToken(
  office: Visitor,
  scopes: readonly string[] = ["membership:apply", "membership:approve"],
): Promise<string> {
  await office.open("/office/people");
  await office.submit("/office/tokens", { name: "A system", scopes });
  const token = /cct_[\w-]{43}/.exec(office.seen.html)?.[0];
  if (!token) throw new Error(`no token: ${office.text}`);
  return token;
}
