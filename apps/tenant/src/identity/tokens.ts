import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { newToken } from "./new-token.ts";
import { can, permissions } from "./permissions.ts";
import { listTokens, revokeToken } from "./store.ts";

/** Makes a bearer token for a system. The token itself is in this result and nowhere else. */
export const createApiToken = defineCommand({
  name: "identity.create-token",
  input: z.object({
    name: z.string().trim().min(1, "field.required").max(100),
    scopes: z.array(z.enum(permissions)).min(1, "field.required"),
    days: z.number().int().min(1).max(366).default(90),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "tokens:manage"),
  run: (unit, input) => newToken(unit, input),
});

export const revokeApiToken = defineCommand({
  name: "identity.revoke-token",
  input: z.object({ id: z.string().startsWith("tok_") }),
  load: nothing,
  authorize: (actor) => can(actor, "tokens:manage"),
  async run(unit, input) {
    const revoked = await revokeToken(unit.tx, input.id, unit.clock.now());
    if (revoked === 0) throw new DomainError("identity.token-not-found", "not-found");
    return {
      result: undefined,
      audit: { action: "identity.token-revoked", subject: { kind: "token", id: input.id } },
    };
  },
});

export const listApiTokens = defineQuery({
  name: "identity.list-tokens",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "tokens:manage"),
  async run(context) {
    const rows = await listTokens(context.db);
    return rows.map(({ tokenSha256: _never, ...shown }) => shown);
  },
});
