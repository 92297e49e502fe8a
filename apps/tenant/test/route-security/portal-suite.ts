import type { RouteSecurity } from "@concord/testing";
import { type Area, areaOf } from "./areas.ts";
import { openWorld, type TenantWorld } from "./world.ts";

type Rules = RouteSecurity<TenantWorld>["rules"];

/** The portal's people, signed in as a browser is. */
export const actors = {
  staff: ({ staff }: TenantWorld) => ({ cookie: `learner=${staff.key}` }),
  learner: ({ learner }: TenantWorld) => ({ cookie: learner.cookie }),
  member: ({ member }: TenantWorld) => ({ cookie: member.cookie }),
  otherMember: ({ otherMember }: TenantWorld) => ({ cookie: otherMember.cookie }),
  officer: ({ officer }: TenantWorld) => ({ cookie: officer.cookie }),
};

/** What the suites of the portal share: its people and its forms. */
export function portalSuite(area: Area, rules: Rules): RouteSecurity<TenantWorld> {
  return {
    open: openWorld,
    actors,
    accepts: "form",
    csrfPage: () => "/sign-in",
    maxBodyBytes: 12 * 1024 * 1024,
    covers: (route) => areaOf(route) === area,
    rules,
  };
}

/** Everybody who signed in, whatever they are. */
export const persons = ["learner", "member", "otherMember", "officer"] as const;
