import { DomainError, dayIn } from "@concord/runtime";
import type { Context } from "../context.ts";
import type { Board } from "../profile/index.ts";

export function boardOf(context: Pick<Context, "tenant">, id: string): Board {
  const board = context.tenant.profile.boards.find((one) => one.id === id);
  if (!board) throw new DomainError("education.board-not-found", "not-found");
  return board;
}

export function todayOf(context: Pick<Context, "tenant" | "clock">): string {
  return dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now());
}
