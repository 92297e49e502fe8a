export { appointOfficer } from "./appoint-officer.ts";
export { demandPerson } from "./demand-person.ts";
export { ensurePerson } from "./ensure-person.ts";
export { grantRole, revokeRole } from "./grant-role.ts";
export { mailSignInLink } from "./link-mail.ts";
export { listAllowed } from "./list-allowed.ts";
export { createMemberToken, listMemberTokens, revokeMemberToken } from "./member-tokens.ts";
export {
  type Actor,
  email,
  publicActor,
  type Sessions,
  systemActor,
} from "./model.ts";
export { can, type Permission, permissions } from "./permissions.ts";
export { actorByEmail, actorByToken, actorOf } from "./resolve-actor.ts";
export { createSessions } from "./store-sessions.ts";
