import type { Executor, Tx } from "@concord/database";
import { and, desc, eq, isNull, max } from "drizzle-orm";
import type { StoredPolicy } from "./model.ts";
import { toolkitPolicies } from "./tables.ts";

export async function putPolicy(tx: Tx, policy: StoredPolicy): Promise<void> {
  const { id: _id, ...changed } = policy;
  await tx
    .insert(toolkitPolicies)
    .values(policy)
    .onConflictDoUpdate({ target: toolkitPolicies.id, set: changed });
}

export async function findPolicy(db: Executor, id: string): Promise<StoredPolicy | undefined> {
  const [row] = await db.select().from(toolkitPolicies).where(eq(toolkitPolicies.id, id));
  return row;
}

/** The one draft that a member may have of each template. */
export async function findDraft(
  db: Executor,
  adoptionId: string,
  item: string,
): Promise<StoredPolicy | undefined> {
  const [row] = await db
    .select()
    .from(toolkitPolicies)
    .where(
      and(
        eq(toolkitPolicies.adoptionId, adoptionId),
        eq(toolkitPolicies.item, item),
        isNull(toolkitPolicies.adoptedOn),
      ),
    );
  return row;
}

export async function lastVersion(db: Executor, adoptionId: string, item: string): Promise<number> {
  const [row] = await db
    .select({ version: max(toolkitPolicies.version) })
    .from(toolkitPolicies)
    .where(and(eq(toolkitPolicies.adoptionId, adoptionId), eq(toolkitPolicies.item, item)));
  return row?.version ?? 0;
}

export type PolicyLine = Omit<StoredPolicy, "template" | "answers">;

/** Every policy of an adoption without its text, newest first. */
export function policiesOf(db: Executor, adoptionId: string): Promise<PolicyLine[]> {
  const { id, item, revision, version, company, locale } = toolkitPolicies;
  const { createdAt, updatedAt, adoptedOn, adoptedBy, position } = toolkitPolicies;
  return db
    .select({
      ...{ id, item, revision, version, company, locale, adoptionId: toolkitPolicies.adoptionId },
      ...{ createdAt, updatedAt, adoptedOn, adoptedBy, position },
    })
    .from(toolkitPolicies)
    .where(eq(toolkitPolicies.adoptionId, adoptionId))
    .orderBy(desc(toolkitPolicies.createdAt), desc(toolkitPolicies.id))
    .limit(100);
}
