import { getCookie, setCookie } from "hono/cookie";
import type { PortalContext } from "../portal/environment.ts";
import { learnerKey } from "./model.ts";

const name = "learner";
const days = 60;

/** The key of a learner without an account, as their browser keeps it. */
export function keyOf(c: PortalContext): string | undefined {
  return learnerKey.safeParse(getCookie(c, name)).data;
}

export function rememberKey(c: PortalContext, key: string): void {
  setCookie(c, name, key, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: c.get("context").tenant.origin.startsWith("https:"),
    maxAge: days * 86_400,
  });
}
