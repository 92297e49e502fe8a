import type { Day } from "@concord/runtime";
import { type Context, listAllMembers, type Member } from "@concord/tenant";

/** All members that were in force on a day, always in the same order, whatever became of them since. */
export async function listEveryMember(context: Context, day: Day): Promise<Member[]> {
  const all: Member[] = [];
  let after: { sortName: string; id: string } | undefined;
  for (;;) {
    const { members, next } = await listAllMembers(context, {
      statuses: ["active", "lapsed", "revoked", "held"],
      limit: 200,
      ...(after ? { after } : {}),
    });
    all.push(...members);
    if (!next) return all.filter(({ joinedOn, validUntil }) => joinedOn < day && validUntil >= day);
    after = next;
  }
}
