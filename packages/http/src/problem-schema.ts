import type { ErrorKind } from "@concord/runtime";
import { z } from "@hono/zod-openapi";
import { statusOfKind } from "./problem-details.ts";

/** Problem details (RFC 9457) as a schema of the public contract. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({ pointer: z.string(), in: z.string().optional(), code: z.string(), detail: z.string() }),
      )
      .optional(),
  })
  .openapi("Problem");

type ProblemResponses<Kind extends ErrorKind> = {
  [K in Kind as (typeof statusOfKind)[K]]: {
    description: string;
    content: { "application/problem+json": { schema: typeof problemSchema } };
  };
};

/** The `responses` of a route that may refuse by these kinds: `...problemResponses("invalid", "forbidden")`. */
export function problemResponses<Kind extends ErrorKind>(...kinds: readonly Kind[]): ProblemResponses<Kind> {
  const content = { "application/problem+json": { schema: problemSchema } };
  const entries = kinds.map((kind) => [statusOfKind[kind], { description: kind, content }]);
  return Object.fromEntries(entries);
}
