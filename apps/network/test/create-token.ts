import type { Visitor } from "@concord/testing";

/** A token of a system that takes applications in and decides them, made on the office's own page. */
export async function createToken(office: Visitor): Promise<string> {
  await office.open("/office/people");
  await office.submit("/office/tokens", {
    name: "A system",
    scopes: ["membership:apply", "membership:approve"],
  });
  const token = /cct_[\w-]{43}/.exec(office.seen.html)?.[0];
  if (!token) throw new Error(`no token: ${office.text}`);
  return token;
}
