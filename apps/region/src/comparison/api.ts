import { createRouter, problemResponses } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Region } from "../context.ts";
import { fileAnswer, fileQuery, fileResponses } from "../portal/files.ts";
import { compare } from "./compare.ts";
import { type ComparedDataset, comparedDatasets, rowSchemas, stateRow } from "./contract.ts";
import { rowsOf } from "./datasets.ts";
import { messages } from "./messages.ts";
import { readState } from "./read-state.ts";
import { stateRows } from "./state-rows.ts";
import { rateSource } from "./words.ts";

/** Every figure of the pages, open to anybody. */
export function comparisonApi(region: Region): OpenAPIHono {
  const router = createRouter();
  for (const name of comparedDatasets) addDataset(router, region, name);
  router.openapi(stateRoute, async (c) => {
    const { lang } = c.req.valid("query");
    const state = await readState(region, c.req.valid("param").member);
    if (!state) throw new DomainError("comparison.state-unknown", "not-found");
    const columns = Object.keys(stateRow.shape);
    return fileAnswer(c, region, { columns, rows: stateRows(state, lang), notes: notesIn(lang) });
  });
  return router;
}

function addDataset(router: OpenAPIHono, region: Region, name: ComparedDataset): void {
  const row = rowSchemas[name];
  const route = createRoute({
    method: "get",
    path: `/api/v1/${name}`,
    operationId: `read-${name}`,
    tags: ["Comparison"],
    summary: messages.in("en")(`data.${name}`),
    request: { query: fileQuery },
    responses: { ...fileResponses(row), ...problemResponses("invalid") },
  });
  router.openapi(route, async (c) => {
    const { lang } = c.req.valid("query");
    const comparison = await compare(region);
    const rows = rowsOf[name]({ comparison, locale: lang, code: region.code });
    return fileAnswer(c, region, { columns: Object.keys(row.shape), rows, notes: notesIn(lang) });
  });
}

const stateRoute = createRoute({
  method: "get",
  path: "/api/v1/states/{member}",
  operationId: "read-state",
  tags: ["Comparison"],
  summary: "Every month and figure of one state",
  request: { params: z.object({ member: z.string() }), query: fileQuery },
  responses: { ...fileResponses(stateRow), ...problemResponses("invalid", "not-found") },
});

function notesIn(locale: string): string[] {
  const t = messages.in(locale);
  return [
    rateSource(locale),
    t("note.establishment"),
    t("note.like"),
    t("note.employees"),
    t("activity.hidden-note"),
  ];
}
