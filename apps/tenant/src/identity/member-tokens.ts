import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { newToken } from "./new-token.ts";
import { can, type Permission } from "./permissions.ts";
import { findToken, listTokensOf, revokeToken } from "./store.ts";

const memberId = z.string().startsWith("mem_").max(60);

/** What a member's own system may do: work with its toolkits. */
const memberScopes: readonly Permission[] = ["toolkits:use"];

/**
 * Makes a bearer token for a member's own system. Only the member's people can: the office could otherwise read
 * through it what is the member's alone. The token itself is in this result and nowhere else.
 */
export const createMemberToken = defineCommand({
  name: "identity.create-member-token",
  input: z.object({
    memberId,
    name: z.string().trim().min(1, "field.required").max(100, "field.too-big"),
    days: z.number().int().min(1).max(366).default(90),
  }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "toolkits:use", input) && actor.kind !== "token",
  run: (unit, input) => newToken(unit, { ...input, scopes: memberScopes }),
});

export const revokeMemberToken = defineCommand({
  name: "identity.revoke-member-token",
  input: z.object({ id: z.string().startsWith("tok_").max(60) }),
  load: async (unit, { id }) => {
    const token = await findToken(unit.tx, id);
    if (!token?.memberId) throw new DomainError("identity.token-not-found", "not-found");
    return { memberId: token.memberId };
  },
  authorize: (actor, owner) => can(actor, "toolkits:use", owner) && actor.kind !== "token",
  async run(unit, { id }, owner) {
    const revoked = await revokeToken(unit.tx, id, unit.clock.now());
    if (revoked === 0) throw new DomainError("identity.token-not-found", "not-found");
    return {
      result: owner,
      audit: { action: "identity.token-revoked", subject: { kind: "token", id } },
    };
  },
});

export const listMemberTokens = defineQuery({
  name: "identity.list-member-tokens",
  input: z.object({ memberId }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "toolkits:use", input) && actor.kind !== "token",
  async run(context, input) {
    const rows = await listTokensOf(context.db, input);
    return rows.map(({ tokenSha256: _never, ...shown }) => shown);
  },
});
