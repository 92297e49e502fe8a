import { randomBytes } from "node:crypto";
import type { Unit } from "../context.ts";
import type { Permission } from "./permissions.ts";
import { tokenSha256 } from "./resolve-actor.ts";
import { saveToken } from "./store.ts";

const dayMs = 86_400_000;

interface Wanted {
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly days: number;
  /** For whom it acts; the office's own unless given. */
  readonly memberId?: string;
  readonly personId?: string;
}

/** Makes a bearer token and keeps its SHA-256. The token itself is in this result and nowhere else. */
export async function newToken(unit: Unit, { name, scopes, days, memberId, personId }: Wanted) {
  const token = `cct_${randomBytes(32).toString("base64url")}`;
  const now = unit.clock.now();
  const row = {
    id: unit.ids.next("tok"),
    name,
    tokenSha256: tokenSha256(token),
    scopes: [...scopes],
    memberId: memberId ?? null,
    personId: personId ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * dayMs),
    revokedAt: null,
  };
  await saveToken(unit.tx, row);
  return {
    result: { id: row.id, token, expiresAt: row.expiresAt },
    audit: {
      action: "identity.token-created",
      subject: { kind: "token", id: row.id },
      after: {
        name,
        scopes: row.scopes,
        ...(memberId ? { memberId } : {}),
        ...(personId ? { personId } : {}),
      },
    },
  };
}
