import { fieldErrors } from "@concord/http";
import { DomainError } from "@concord/runtime";
import type { PortalContext } from "../portal/environment.ts";
import { type Ceremony, ceremonies, type Wish, wishes } from "./model.ts";

/** Which ceremony an address names. Throws `http.not-found`. */
export function ceremonyOf(name: string | undefined): Ceremony {
  const known = ceremonies.find((one) => one === name);
  if (!known) throw new DomainError("http.not-found", "not-found");
  return known;
}

/** What was filled in, as the ceremony takes it. Throws `desk.rule-broken` with a fault for each field. */
export function wishOf(ceremony: Ceremony, values: Readonly<Record<string, unknown>>): Wish {
  const read = wishes[ceremony].safeParse(values);
  if (!read.success) throw new DomainError("desk.rule-broken", "invalid", {}, fieldErrors(read.error));
  return { ceremony, ...read.data } as Wish;
}

/** The query of a form that was sent by GET; a name that comes more than once is a list. */
export function valuesOf(c: PortalContext): Record<string, string | string[]> {
  const all = Object.entries(c.req.queries());
  return Object.fromEntries(
    all.map(([name, [first = "", ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
}

/** What was handed in: a file that was chosen, or the text of a field. */
export async function handedIn(c: PortalContext, field: string): Promise<string> {
  const form = await c.req.parseBody().catch(() => {
    throw new DomainError("http.malformed-request", "invalid");
  });
  const { file } = form;
  if (file instanceof File && file.size > 0) return (await file.text()).trim();
  const text = form[field];
  return typeof text === "string" ? text.trim() : "";
}

/** A document to be kept as a file, as it stands now. */
export function attached(c: PortalContext, text: string, name: string): Response {
  return c.body(text, 200, {
    "Content-Type": "application/jose+json",
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-store",
  });
}
