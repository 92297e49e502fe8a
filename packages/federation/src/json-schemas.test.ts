import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { protocolJsonSchemas } from "../test/json-schemas.ts";

interface Vector {
  readonly name: string;
  readonly text: string;
  readonly result: { readonly verified: boolean; readonly reason?: string };
}

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, "..", path), "utf8"));
const schemaOf = (name: string) => z.fromJSONSchema(read(`schemas/${name}.schema.json`));
const vectorsOf = (name: string): Vector[] => {
  const { vectors, first, next } = read(`vectors/${name}.json`);
  return vectors ?? [...first, ...next];
};
const bytesOf = (segment: string) => Buffer.from(segment, "base64url").toString();
const documents = ["root", "registry", "join"];
const statements = ["entry", "checkpoint", "receipt", "request"];

function payloadOf(kind: string, text: string): unknown {
  return JSON.parse(
    bytesOf(documents.includes(kind) ? JSON.parse(text).payload : (text.split(".")[1] ?? "")),
  );
}

/** What is malformed in a way that no schema says: by its text in PROTOCOL.md alone. */
const beyondSchemas: Readonly<Record<string, readonly string[]>> = {
  root: [
    ...["a threshold that is no majority", "a threshold that nobody can meet", "a key twice"],
    ...["a registry threshold that is no majority", "no registry key"],
    ...["an end before its beginning", "no majority"],
  ],
  registry: [
    ...["an end before its beginning", "U+0000 in a member that is not known", "a member's code twice"],
    ...["a private certificate key"],
    ...["a secret certificate key", "a kid that is not the thumbprint", "a key written in another way"],
    ...["a first epoch that is not the first", "a first epoch that begins later", "an epoch left out"],
    ...["an epoch after one that is open", "an epoch that does not begin after the close"],
    ...["an epoch closed before it began", "an empty epoch closed on another head"],
    ...[
      "a key of a closed epoch come back",
      "a key from before its epoch",
      "a key that ends before it begins",
    ],
  ],
  join: ["a life of more than 30 days", "an end before its beginning", "a kid that is not the thumbprint"],
  entry: [
    ...["another feed's item", "a word with U+0000", "a lone surrogate in a member that is not known"],
    ...["a number beyond 2^53-1 in a member that is not known", "65 levels in a member that is not known"],
  ],
  checkpoint: [
    ...["U+0000 in a member that is not known", "signed more than five minutes ahead of our clock"],
    ...[
      "a life of more than a day",
      "an end before its beginning",
      "a new epoch smaller than what was closed",
    ],
  ],
  receipt: ["more than the checkpoint has"],
  request: [],
};

test("the committed schemas are what the code checks by", () => {
  const made = protocolJsonSchemas();
  expect(readdirSync(join(import.meta.dirname, "../schemas")).sort()).toEqual(Object.keys(made).sort());
  for (const [file, text] of Object.entries(made))
    expect(read(`schemas/${file}`), "run: pnpm --filter @concord/federation schemas").toEqual(
      JSON.parse(text),
    );
});

for (const kind of [...documents, ...statements]) {
  const schema = schemaOf(kind);
  const fits = (vector: Vector) => schema.safeParse(payloadOf(kind, vector.text)).success;

  test(`${kind}: every valid vector fits its schema`, () => {
    const valid = vectorsOf(kind).filter((vector) => vector.result.verified);
    expect(valid.length).toBeGreaterThan(0);
    expect(valid.filter((vector) => !fits(vector)).map((vector) => vector.name)).toEqual([]);
  });

  test(`${kind}: what is malformed does not fit, but for what no schema can say`, () => {
    const malformed = vectorsOf(kind).filter((vector) => vector.result.reason === "malformed");
    expect(malformed.filter(fits).map((vector) => vector.name)).toEqual(beyondSchemas[kind]);
  });
}

test("headers, documents and messages fit theirs, and nothing else does", () => {
  const valid = statements.flatMap(vectorsOf).filter((vector) => vector.result.verified);
  for (const { text } of valid)
    expect(schemaOf("header").safeParse(JSON.parse(bytesOf(text.split(".")[0] ?? ""))).success).toBe(true);
  const named = (name: string) => vectorsOf("entry").find((vector) => vector.name === name)?.text ?? "";
  for (const name of ["a key in the header", "another algorithm's name", "a header without a kid"])
    expect(
      schemaOf("header").safeParse(JSON.parse(bytesOf(named(name).split(".")[0] ?? ""))).success,
      name,
    ).toBe(false);

  for (const { text, name, result } of documents
    .flatMap(vectorsOf)
    .filter((vector) => vector.text.startsWith("{"))) {
    const fit = schemaOf("document").safeParse(JSON.parse(text)).success;
    if (result.reason !== "not-canonical") expect(fit, name).toBe(true);
  }
  for (const name of [
    "a member beside payload and signatures",
    "no signature",
    "41 signatures",
    "an unprotected header",
  ])
    expect(
      schemaOf("document").safeParse(
        JSON.parse(vectorsOf("registry").find((one) => one.name === name)?.text ?? ""),
      ).success,
      name,
    ).toBe(false);

  const entry = named("a first publication");
  const cases: [string, unknown, boolean][] = [
    ["page", { entries: [entry], bodies: { ["0".repeat(64)]: "{}" } }, true],
    ["page", { entries: [], bodies: {} }, true],
    ["page", { entries: Array(501).fill(entry), bodies: {} }, false],
    ["page", { entries: [entry] }, false],
    ["page", { entries: ["a.b"], bodies: {} }, false],
    ["page", { entries: [entry], bodies: { ["0".repeat(64)]: {} } }, false],
    ["hint", { feed: "us-aa", seq: 1 }, true],
    ["hint", { feed: "us-aa", seq: -1 }, false],
    ["hint", { seq: 1 }, false],
    ["receipt-message", { receipt: vectorsOf("receipt")[0]?.text }, true],
    ["receipt-message", { receipt: 1 }, false],
    ["problem", { type: "about:blank", title: "No", status: 401, code: "federation.stale-request" }, true],
    ["problem", { status: 200, code: "federation.stale-request" }, false],
  ];
  for (const [name, value, fit] of cases)
    expect(schemaOf(name).safeParse(value).success, `${name}: ${JSON.stringify(value).slice(0, 80)}`).toBe(
      fit,
    );
});
