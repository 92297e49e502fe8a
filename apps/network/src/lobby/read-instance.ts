import type { z } from "zod";
import { originOf } from "../instances/place.ts";

/** Reads JSON of an instance as any other program on this machine would: over HTTP, by its own name. */
export type ReadInstance = <Schema extends z.ZodType>(
  code: string,
  path: string,
  schema: Schema,
) => Promise<z.output<Schema> | undefined>;

const patienceMs = 3_000;

/** Undefined where the instance is off, slow, or says something else. */
export function instanceReader(port: number, fetch: typeof globalThis.fetch): ReadInstance {
  return async (code, path, schema) => {
    try {
      const response = await fetch(originOf(code, port) + path, {
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) return undefined;
      return schema.safeParse(await response.json()).data;
    } catch {
      return undefined;
    }
  };
}
