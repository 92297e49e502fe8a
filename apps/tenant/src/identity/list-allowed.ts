import type { Executor } from "@concord/database";
import type { Person } from "./model.ts";
import { type Permission, rolesAllowed } from "./permissions.ts";
import { listByRole } from "./store.ts";

/** Everybody whose role allows something, by name: who is told of it by mail. */
export function listAllowed(db: Executor, permission: Permission): Promise<Person[]> {
  return listByRole(db, rolesAllowed(permission));
}
