import type { IForbiddenRuleType } from "dependency-cruiser";

const slice = "^apps/(tenant|region)/src/([^/]+)/";
const test = "\\.test\\.tsx?$|/(test|journeys|bench|screens)/";
const surface = "^apps/.+/(api|portal|contract)[^/]*\\.tsx?$|^apps/.+-(api|portal)\\.tsx?$|^apps/.+/views/";
/** What all pages share, from frame to form reading: not a slice. */
const frame = "^apps/[^/]+/src/portal/";
/** `store.ts`, or one of several named by what they hold: `store-applications.ts`. */
const store = "/store[^/]*\\.ts$";
const io =
  "^(node:)?(fs|fs/promises|net|tls|http|https|http2|dns|dgram|child_process|worker_threads|cluster)$";
const outside =
  "(^|/node_modules/)(postgres|pg-boss|drizzle-orm|hono|@hono|nodemailer|@aws-sdk|sharp|better-auth)(/|$)";

/** Inside a slice: api and portal → the verbs → store → tables; from slice to slice only through index. */
export const sliceRules: IForbiddenRuleType[] = [
  {
    name: "slice-by-index",
    comment: "a slice is used by other slices only through its index.ts.",
    severity: "error",
    from: { path: slice, pathNot: `/tables\\.ts$|${test}` },
    to: {
      path: "^apps/$1/src/[^/]+/",
      pathNot: ["^apps/$1/src/$2/", "^apps/$1/src/[^/]+/index\\.ts$", frame],
    },
  },
  {
    name: "frame-above",
    comment: "src/portal frames the pages of all slices; a model, a store or tables know no pages.",
    severity: "error",
    from: { path: `^apps/.+${store}|^apps/.+/(model|tables)\\.ts$`, pathNot: test },
    to: { path: frame },
  },
  {
    name: "tables-by-tables",
    comment: "tables.ts may reach only another slice's tables.ts, for a foreign key.",
    severity: "error",
    from: { path: "^apps/([^/]+)/src/([^/]+)/tables\\.ts$" },
    to: { path: "^apps/$1/src/[^/]+/", pathNot: ["^apps/$1/src/$2/", "^apps/$1/src/[^/]+/tables\\.ts$"] },
  },
  {
    name: "surface-by-verbs",
    comment: "api, portal and views call verbs; they never reach the store or the tables.",
    severity: "error",
    from: { path: surface, pathNot: test },
    to: { path: `^apps/.+${store}|^apps/.+/tables\\.ts$` },
  },
  {
    name: "sql-in-store",
    comment: "all SQL of a slice stands in its store; only the store reads tables.ts.",
    severity: "error",
    from: {
      path: slice,
      pathNot: `${store}|/tables\\.ts$|${test}`,
    },
    to: { path: "^apps/[^/]+/src/[^/]+/tables\\.ts$" },
  },
  {
    name: "store-below",
    comment: "the store knows neither the surfaces nor the views above it.",
    severity: "error",
    from: { path: `^apps/.+${store}|^apps/.+/tables\\.ts$` },
    to: { path: surface },
  },
  {
    name: "pure-model",
    comment: "model.ts does no I/O: types, schemas and pure rules only.",
    severity: "error",
    from: { path: "^apps/[^/]+/src/[^/]+/model\\.ts$" },
    to: {
      path: `${io}|${outside}|^packages/(database|storage|http|peer)/|/(store|tables|api|portal)\\.tsx?$`,
    },
  },
  {
    name: "root-by-surface",
    comment: "the composition root mounts surfaces and calls verbs; SQL stays inside its slice.",
    severity: "error",
    from: { path: "^apps/([^/]+)/src/[^/]+\\.tsx?$", pathNot: test },
    to: { path: `^apps/.+${store}` },
  },
];
