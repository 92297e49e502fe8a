import { z } from "@hono/zod-openapi";

export const networkRow = z.object({
  code: z.string(),
  name: z.string(),
  address: z.string(),
  roles: z.string(),
  status: z.enum(["active", "suspended", "left"]),
  groups: z.string(),
  keyThumbprints: z.string().openapi({ description: "RFC 7638, of the keys that may sign now" }),
  lastHeardAt: z.string().nullable(),
  verifiedEntries: z
    .number()
    .nullable()
    .openapi({ description: "Entries of its feed that were verified here" }),
});
