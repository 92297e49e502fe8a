import { z } from "@hono/zod-openapi";

/** What `POST /api/v1/network/requests` takes: a `concord-join+jws` as it was signed, of at most 16 KiB. */
export const requestType = "application/jose";

export const receivedRequest = z.object({
  kid: z.string().openapi({ description: "RFC 7638 thumbprint of the key that is asked for" }),
  code: z.string().openapi({ description: "The code that is asked for, as us-ms" }),
  fingerprint: z.string().openapi({
    description: "The first 80 bits of the thumbprint, to be read out to a keeper on the telephone",
  }),
});

export const requestStanding = z.object({
  kid: z.string(),
  code: z.string(),
  standing: z.enum(["waiting", "proposed", "member"]).openapi({
    description:
      "waiting: no keeper has signed yet; proposed: a registry that names the key waits for signatures; member: the registry names the key",
  }),
  signatures: z
    .object({ given: z.number().int(), needed: z.number().int() })
    .nullable()
    .openapi({ description: "Of the proposal, while there is one" }),
  registryVersion: z
    .number()
    .int()
    .openapi({ description: "The newest registry that is in force here: fetch it once you are a member" }),
  expiresAt: z
    .string()
    .nullable()
    .openapi({ description: "When a request that is still waiting is dropped; null for a member" }),
});
