import { type Context, listAllMembers, type Member } from "@concord/tenant";

/** All active members, always in the same order. */
export async function listEveryMember(context: Context): Promise<Member[]> {
  const all: Member[] = [];
  let after: { sortName: string; id: string } | undefined;
  for (;;) {
    const { members, next } = await listAllMembers(context, { limit: 200, ...(after ? { after } : {}) });
    all.push(...members);
    if (!next) return all;
    after = next;
  }
}
