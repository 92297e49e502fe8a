import { generateSigningKey, newMember, readSigningKey } from "@concord/federation";
import { expect, test } from "vitest";
import { compareRegistries } from "./compare-registries.ts";

const memberOf = (code: string) =>
  newMember({
    ...{ code, name: code, baseUrl: `https://${code}.example`, roles: ["tenant"] },
    key: readSigningKey(generateSigningKey()).publicJwk,
  });

const georgia = memberOf("us-ga");
const held = { groups: [{ code: "all", name: "All members", members: ["us-ga"] }], members: [georgia] };

test("a change that nobody spoke of is shown among the others", () => {
  const [epoch] = georgia.epochs;
  if (!epoch) throw new Error("no epoch");
  const changed = {
    groups: [
      { code: "all", name: "Everybody", members: ["us-ga"] },
      { code: "south", name: "South", members: ["us-ga"] },
    ],
    members: [
      {
        ...{ ...georgia, baseUrl: "https://thief.example", status: "suspended" as const },
        credentialKeys: [{ kid: "one", jwk: { kty: "EC" } }],
        epochs: [{ ...epoch, epoch: 2 }],
      },
    ],
  };
  expect(compareRegistries(held, changed).map(({ what }) => what)).toEqual([
    "status",
    "address",
    "certificate-keys",
    "epoch",
    "epoch-taken-out",
    "group",
    "group",
  ]);
  const emptied = compareRegistries(held, { groups: [], members: [] });
  expect(emptied.map(({ what }) => what)).toEqual(["taken-out", "group-taken-out"]);
});

test("what is the same is no change, and everybody joins the first registry", () => {
  expect(compareRegistries(held, structuredClone(held))).toEqual([]);
  expect(compareRegistries(undefined, held).map(({ what }) => what)).toEqual(["joins", "group"]);
});
