import type { Visitor } from "@concord/testing";

/** Posts a form of the open page; an answer that is no page after it is a fault. */
export async function post(
  visitor: Visitor,
  action: string,
  fields: Parameters<Visitor["submit"]>[1],
): Promise<void> {
  const { status } = await visitor.submit(action, fields);
  if (status !== 200) throw new Error(`${action} was answered with ${status}: ${visitor.text}`);
}
