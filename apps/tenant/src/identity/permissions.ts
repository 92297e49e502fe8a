import { type Actor, type Role, role } from "./model.ts";

/** What authorization knows of an object: whose it is. */
export interface Owned {
  readonly memberId?: string | undefined;
  readonly personId?: string | undefined;
}

/** Everything that can be allowed, `slice:verb`. API token scopes use the same words. */
export const permissions = [
  "audit:read",
  "boards:manage",
  "credentials:read",
  "figures:publish",
  "figures:read",
  "learning:take",
  "mail:read",
  "members:read",
  "membership:apply",
  "membership:approve",
  "membership:edit",
  "membership:read",
  "network:adopt",
  "network:manage",
  "network:publish",
  "network:read",
  "people:manage",
  "records:restrict",
  "rosters:read",
  "sessions:manage",
  "tokens:manage",
  "toolkits:manage",
  "toolkits:use",
  "trainings:manage",
] as const;
export type Permission = (typeof permissions)[number];

/** What calls of the API ask of a system of the office; a token with any other scope could do nothing with it. */
export const officeScopes = [
  "boards:manage",
  "credentials:read",
  "figures:publish",
  "figures:read",
  "membership:apply",
  "membership:approve",
  "membership:read",
  "network:adopt",
  "network:publish",
  "network:read",
  "rosters:read",
  "sessions:manage",
  "toolkits:manage",
  "trainings:manage",
] as const satisfies readonly Permission[];

type Reach = "any" | "own";
type Grants = Partial<Record<Permission, Reach>>;

const everyone: Grants = { "membership:apply": "any" };
const signedIn: Grants = {
  "learning:take": "own",
  "credentials:read": "own",
  "membership:read": "own",
  "membership:edit": "own",
};
const officer: Grants = Object.fromEntries(
  permissions.filter((p) => p !== "learning:take" && p !== "toolkits:use").map((p) => [p, "any"]),
);

const byRole: Record<Role, Grants> = {
  officer,
  member: { "toolkits:use": "own" },
  learner: {},
};

/** Roles that allow something to be done to any object. */
export function rolesAllowed(permission: Permission): Role[] {
  return role.options.filter((one) => byRole[one][permission] === "any");
}

/**
 * Whether an actor may do something to an object. `own` means the object belongs to the person
 * or to a membership the person acts for. A token is limited to its scopes; the instance itself may do all.
 */
export function can(actor: Actor, permission: Permission, object: Owned = {}): boolean {
  if (actor.kind === "system") return true;
  if (actor.scopes && !actor.scopes.includes(permission)) return false;
  const grants = [
    everyone,
    ...(actor.kind === "public" ? [] : [signedIn]),
    ...actor.roles.map((held) => byRole[held]),
  ];
  return grants.some((grant) => {
    const reach = grant[permission];
    return reach === "any" || (reach === "own" && owns(actor, object));
  });
}

function owns(actor: Actor, object: Owned): boolean {
  if (object.personId !== undefined && object.personId === actor.personId) return true;
  return object.memberId !== undefined && actor.memberIds.includes(object.memberId);
}
