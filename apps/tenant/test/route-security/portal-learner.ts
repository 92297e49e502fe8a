import type { RouteRule } from "@concord/testing";
import { persons } from "./portal-suite.ts";
import type { TenantWorld } from "./world.ts";

type Rule = RouteRule<TenantWorld>;

const course = "/learn/:id{enr_[0-9a-f]+}";

/** Who takes a training: a person with an account, or somebody of a member's staff with the key in the browser. */
const taking = (under = ""): Pick<Rule, "allow" | "paths"> => ({
  allow: ["learner", "staff"],
  paths(world, actor) {
    const learner = `/learn/${world.learner.enrollmentId}${under}`;
    const staff = `/learn/${world.staff.enrollmentId}${under}`;
    return actor === "staff" ? { own: staff, foreign: learner } : { own: learner, foreign: staff };
  },
});

const courses: Rule[] = [
  { route: "GET /learn", allow: persons },
  { route: `GET ${course}`, ...taking() },
  { route: `GET ${course}/lessons/:lesson`, ...taking("/lessons/one") },
  { route: `GET ${course}/quiz`, ...taking("/quiz") },
  // The quiz before the lessons is a conflict, for those who may take it.
  { route: `POST ${course}/quiz`, ...taking("/quiz"), body: () => ({ q1: "hotline" }), reached: [409] },
  { route: `POST ${course}/lessons/:lesson`, ...taking("/lessons/one") },
  { route: `GET ${course}/done`, ...taking("/done") },
  {
    route: "POST /trainings/:id{trn_[0-9a-f]+}/start",
    allow: persons,
    paths: ({ trainingId }) => ({ own: `/trainings/${trainingId}/start` }),
    body: () => ({ locale: "en", name: "Any Person" }),
    except: { foreign: "every training of the catalogue is for everybody who signed in" },
  },
];

const licenses: Rule[] = [
  { route: "GET /learn/licenses", allow: persons },
  {
    route: "POST /learn/licenses",
    allow: persons,
    body: () => ({ profession: "nursing/registered-nurse", number: "not one" }),
    reached: [422],
  },
  {
    route: "POST /learn/licenses/claims/:id{cmp_[0-9a-f]+}",
    allow: ["learner"],
    paths: ({ claimId, otherClaimId }) => ({
      own: `/learn/licenses/claims/${claimId}`,
      foreign: `/learn/licenses/claims/${otherClaimId}`,
    }),
    // Claimed once; by then the license has its credit.
    reached: [404, 409],
  },
  {
    route: "POST /learn/licenses/:id/remove",
    allow: ["learner"],
    paths: ({ licenseId, otherLicenseId }) => ({
      own: `/learn/licenses/${licenseId}/remove`,
      foreign: `/learn/licenses/${otherLicenseId}/remove`,
    }),
  },
];

const systems: Rule[] = [
  { route: "GET /learn/systems", allow: persons },
  { route: "POST /learn/systems", allow: persons, body: () => ({ name: "Calendar" }) },
  {
    route: "POST /learn/systems/:id{tok_[0-9a-f]+}/revoke",
    allow: ["learner"],
    paths: ({ learner, otherLearner }) => ({
      own: `/learn/systems/${learner.tokenId}/revoke`,
      foreign: `/learn/systems/${otherLearner.tokenId}/revoke`,
    }),
    // Ended once.
    reached: [404],
  },
];

const withLink: Rule["paths"] = ({ linkToken }) => ({ own: `/learn/with/${linkToken}` });
const withKey: Rule["paths"] = ({ staff }) => ({ own: `/learn/return/${staff.key}` });

/** Links that are themselves the permission, given by an employer or kept by a learner. */
const byLink: Rule[] = [
  { route: "GET /learn/attend", allow: "anyone" },
  {
    route: "POST /learn/attend",
    allow: "anyone",
    body: () => ({ code: "000000", email: "guest@example.org", name: "Guest" }),
    reached: [422],
  },
  { route: "GET /learn/with/:token", allow: "anyone", paths: withLink },
  {
    route: "POST /learn/with/:token",
    allow: "anyone",
    paths: withLink,
    body: ({ trainingId }) => ({ trainingId, locale: "en", name: "Nina Newcomer" }),
  },
  { route: "GET /learn/return/:key", allow: "anyone", paths: withKey },
  { route: "POST /learn/return/:key", allow: "anyone", paths: withKey },
];

export const learnerRules: Rule[] = [...courses, ...licenses, ...systems, ...byLink];
