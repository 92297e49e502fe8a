export { axeFindings } from "./browser/axe-findings.ts";
export { browser } from "./browser/browser.ts";
export { openShowcase, type Showcase } from "./browser/showcase.ts";
export { type TestClock, testClock } from "./clock.ts";
export { type AnswersRequests, localSite } from "./local-site.ts";
export { captureMail } from "./mail.ts";
export { reducedCount } from "./reduced-count.ts";
export { describeRouteSecurity } from "./route-security/describe-route-security.ts";
export type {
  RouteRule,
  RouteSecurity,
  RouteWorld,
} from "./route-security/rules.ts";
export { seededRandom } from "./seeded-random.ts";
export { testDatabase } from "./test-database.ts";
export { Visitor } from "./visitor.ts";
