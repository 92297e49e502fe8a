export { addHeader } from "./add-header.ts";
export { bodyLimit } from "./body-limit.ts";
export { networkOf } from "./client-address.ts";
export { compressed } from "./compressed.ts";
export { etagOf, notModified } from "./conditional.ts";
export { csrf, csrfToken, sameOrigin } from "./csrf.ts";
export { decodeCursor, encodeCursor, linkPages, pageQuery } from "./cursor.ts";
export { fieldErrors } from "./field-errors.ts";
export {
  handleErrors,
  onError,
  type ProblemOptions,
} from "./handle-errors.ts";
export { healthRoutes } from "./health.ts";
export { hostDispatch, type Site } from "./host-dispatch.ts";
export {
  type Begun,
  type Claim,
  type IdempotencyStore,
  idempotent,
  type StoredResponse,
} from "./idempotency.ts";
export { createMetrics, type Metrics, metricsRoute } from "./metrics.ts";
export { openApiRoutes } from "./openapi.ts";
export type { PageFrame } from "./plain-page.ts";
export { type DescribeCode, type Problem, statusOfKind } from "./problem-details.ts";
export { problemPages } from "./problem-pages.ts";
export { problemResponses } from "./problem-schema.ts";
export { rateLimit } from "./rate-limit.ts";
export { clientAddress, requestContext } from "./request-context.ts";
export { createRouter } from "./router.ts";
export { noIndex, securityHeaders } from "./security-headers.ts";
export { serveNode } from "./serve-node.ts";
export { refuseUnstorableUrl, textFaults } from "./text-faults.ts";
