import { z } from "zod";
import { checkpointPayload } from "../src/checkpoint.ts";
import { entryPayload } from "../src/entry.ts";
import { joinPayload } from "../src/join-request.ts";
import { publicJwk } from "../src/keys.ts";
import { limits } from "../src/limits.ts";
import { blobRef } from "../src/names.ts";
import { effects } from "../src/reasons.ts";
import { receiptPayload } from "../src/receipt.ts";
import { registryPayload } from "../src/registry.ts";
import { requestPayload } from "../src/request.ts";
import { rootPayload } from "../src/root.ts";

const named = z.registry<{ id: string }>();
named.add(publicJwk, { id: "publicJwk" });
named.add(blobRef, { id: "blobRef" });

/** What a JSON Schema cannot say; PROTOCOL.md does. */
const beyond =
  "Members that are not named here are ignored. What a schema cannot say stands in PROTOCOL.md: no member twice, no U+0000, no lone surrogate, no number beyond 2^53-1, 64 levels, and how members depend on each other.";

const payloads = {
  root: ["The payload of a root document (concord-root+jws)", rootPayload],
  registry: ["The payload of a registry (concord-registry+jws)", registryPayload],
  join: ["The payload of a request to join (concord-join+jws)", joinPayload],
  entry: ["The payload of an entry (concord-entry+jwt)", entryPayload],
  checkpoint: ["The payload of a checkpoint (concord-checkpoint+jwt)", checkpointPayload],
  receipt: ["The payload of a receipt (concord-receipt+jwt)", receiptPayload],
  request: ["The payload of a request between members (concord-request+jwt)", requestPayload],
} as const;

const compact = { type: "string", pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}$" };
const hash = { type: "string", pattern: "^[0-9a-f]{64}$" };
const count = { type: "integer", minimum: 0, maximum: 2_147_483_647 };
const segment = { type: "string", pattern: "^[A-Za-z0-9_-]+$" };

/** What is not signed itself: the JSON around signed things, and what members send each other. */
const messages = {
  header: {
    title: "The protected header of every signed thing",
    ...object({
      alg: { const: "Ed25519" },
      kid: { type: "string" },
      typ: { type: "string", pattern: "^concord-[a-z]+\\+(jwt|jws)$" },
    }),
    additionalProperties: false,
  },
  document: {
    title: "A root or registry as it is served, or a request to join: a general JWS",
    ...object({
      payload: segment,
      signatures: {
        ...{ type: "array", minItems: 1, maxItems: 40 },
        items: {
          ...object({ protected: segment, signature: { type: "string", pattern: "^[A-Za-z0-9_-]{86}$" } }),
          additionalProperties: false,
        },
      },
    }),
    additionalProperties: false,
  },
  page: {
    title: "A page of entries, oldest first, with bodies as JSON text by their SHA-256",
    ...object({
      entries: { type: "array", maxItems: limits.pageEntries, items: compact },
      bodies: { type: "object", propertyNames: hash, additionalProperties: { type: "string" } },
    }),
  },
  hint: {
    title: "A hint: the sender's own feed has grown",
    ...object({ feed: { type: "string" }, seq: count }),
  },
  "receipt-message": { title: "A receipt as it is posted", ...object({ receipt: compact }) },
  problem: {
    title: "An error (RFC 9457)",
    ...object({ status: { type: "integer", minimum: 400, maximum: 599 }, code: { type: "string" } }),
    examples: Object.keys(effects).map((reason) => ({ status: 401, code: `federation.${reason}` })),
  },
};

function object(properties: Readonly<Record<string, object>>) {
  return { type: "object", properties, required: Object.keys(properties) };
}

/** Where code checks more than a pattern can, the pattern says what it can. */
const sayPattern: z.core.ToJSONSchemaParams["override"] = ({ zodSchema, jsonSchema }) => {
  const pattern = z.globalRegistry.get(zodSchema)?.pattern;
  if (typeof pattern === "string") jsonSchema.pattern = pattern;
};

/** The JSON Schema of every payload and message, by its file. */
export function protocolJsonSchemas(): Readonly<Record<string, string>> {
  const signed = Object.entries(payloads).map(([name, [title, schema]]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, {
      io: "input",
      metadata: named,
      override: sayPattern,
    });
    return [name, { $schema, title, $comment: beyond, ...rest }];
  });
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  const plain = Object.entries(messages).map(([name, schema]) => [name, { $schema, ...schema }]);
  return Object.fromEntries(
    [...signed, ...plain].map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
  );
}
