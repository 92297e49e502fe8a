import { DomainError, type FieldError } from "@concord/runtime";
import type { MiddlewareHandler } from "hono";
import { escapeStep } from "./field-errors.ts";

/** No text of Postgres holds U+0000, and a surrogate without its other half has no UTF-8 (RFC 3629 section 3). */
const unstorable = /\0|\p{Surrogate}/u;

/** Deeper than any form or body of the product; what walks or writes JSON by recursion fails far below. */
const deepest = 64;

/** Pointers to every text, key included, that cannot be stored, and to what is nested too deep. Files are passed over. */
export function textFaults(value: unknown): FieldError[] {
  const faults: FieldError[] = [];
  const waiting: [value: unknown, pointer: string, depth: number][] = [[value, "", 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [item, pointer, depth] = next;
    if (typeof item === "string" && unstorable.test(item)) faults.push({ pointer, code: "field.characters" });
    if (!isContainer(item)) continue;
    if (depth === deepest) faults.push({ pointer: "", code: "field.too-deep" });
    else
      for (const [key, inner] of Object.entries(item)) {
        if (unstorable.test(key)) faults.push({ pointer, code: "field.characters" });
        else waiting.push([inner, `${pointer}/${escapeStep(key)}`, depth + 1]);
      }
  }
  return faults;
}

/** Refuses an address with such a character in its path or query; percent-encoding hides no other than U+0000. */
export function refuseUnstorableUrl(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.url.includes("%00")) throw new DomainError("http.characters", "invalid");
    await next();
  };
}

function isContainer(value: unknown): value is object {
  if (Array.isArray(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
