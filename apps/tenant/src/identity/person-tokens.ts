import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Actor } from "./model.ts";
import { newToken } from "./new-token.ts";
import type { Permission } from "./permissions.ts";
import { findToken, listTokensOf, revokeToken } from "./store.ts";

/** What a person's own program may do: learn, keep licenses, fetch certificates. Never what their roles allow. */
const personScopes: readonly Permission[] = ["learning:take", "credentials:read"];

/** Only the person, signed in: no token makes or ends another. */
function isThemselves(actor: Actor, { personId }: { readonly personId: string }): boolean {
  return actor.kind === "person" && actor.personId === personId;
}

const personId = z.string().startsWith("per_").max(60);

/** Makes a bearer token for a person's own program. The token itself is in this result and nowhere else. */
export const createPersonToken = defineCommand({
  name: "identity.create-person-token",
  input: z.object({
    personId,
    name: z.string().trim().min(1, "field.required").max(100, "field.too-big"),
    days: z.number().int().min(1).max(366).default(90),
  }),
  load: nothing,
  authorize: (actor, _subject, input) => isThemselves(actor, input),
  run: (unit, input) => newToken(unit, { ...input, scopes: personScopes }),
});

export const revokePersonToken = defineCommand({
  name: "identity.revoke-person-token",
  input: z.object({ id: z.string().startsWith("tok_").max(60) }),
  load: async (unit, { id }) => {
    const token = await findToken(unit.tx, id);
    if (!token?.personId) throw new DomainError("identity.token-not-found", "not-found");
    return { personId: token.personId };
  },
  authorize: isThemselves,
  async run(unit, { id }) {
    const revoked = await revokeToken(unit.tx, id, unit.clock.now());
    if (revoked === 0) throw new DomainError("identity.token-not-found", "not-found");
    return {
      result: undefined,
      audit: { action: "identity.token-revoked", subject: { kind: "token", id } },
    };
  },
});

export const listPersonTokens = defineQuery({
  name: "identity.list-person-tokens",
  input: z.object({ personId }),
  load: nothing,
  authorize: (actor, _subject, input) => isThemselves(actor, input),
  async run(context, input) {
    const rows = await listTokensOf(context.db, input);
    return rows.map(({ tokenSha256: _never, ...shown }) => shown);
  },
});
