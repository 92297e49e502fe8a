import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const schema = z.strictObject({
  name: z.string().min(1),
  tenants: z.array(z.string().regex(/^[a-z][a-z0-9]+$/)).min(1),
  openSeats: z.int().min(0),
  /** Who plays in the tour: the host, where a motel of the county joins, shares and is switched off; the adopter goes on. */
  tour: z.strictObject({ host: z.string(), adopter: z.string(), county: z.string() }),
  region: z.strictObject({ code: z.string(), name: z.strictObject({ en: z.string(), es: z.string() }) }),
});
export type NetworkFile = z.infer<typeof schema>;

/** Who is in the trial network. */
export function readNetworkFile(): NetworkFile {
  return schema.parse(parse(readFileSync(join(import.meta.dirname, "../network.yaml"), "utf8")));
}
