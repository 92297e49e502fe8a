import type { RouteSecurity } from "@concord/testing";
import { type Area, areaOf } from "./areas.ts";
import { openWorld, type TenantWorld } from "./world.ts";

type Rules = RouteSecurity<TenantWorld>["rules"];

/** What the suites of the portal share: its people, signed in as a browser is, and its forms. */
export function portalSuite(area: Area, rules: Rules): RouteSecurity<TenantWorld> {
  return {
    open: openWorld,
    actors: {
      staff: (world) => ({ cookie: `learner=${world.staff.key}` }),
      learner: (world) => ({ cookie: world.learner.cookie }),
      member: (world) => ({ cookie: world.member.cookie }),
      otherMember: (world) => ({ cookie: world.otherMember.cookie }),
      officer: (world) => ({ cookie: world.officer.cookie }),
    },
    accepts: "form",
    csrfPage: () => "/sign-in",
    maxBodyBytes: 12 * 1024 * 1024,
    covers: (route) => areaOf(route) === area,
    rules,
  };
}

/** Everybody who signed in, whatever they are. */
export const persons = ["learner", "member", "otherMember", "officer"] as const;
