import { getCookie, setCookie } from "hono/cookie";
import type { PortalContext } from "../portal/environment.ts";
import { readOwnApplication, resumeSecret } from "./apply.ts";
import { draftDays } from "./model.ts";

const cookie = "application";

/** The secret of the application this browser works on, if it has one. */
export function applicationSecret(c: PortalContext): string | undefined {
  const parsed = resumeSecret.safeParse(getCookie(c, cookie));
  return parsed.success ? parsed.data : undefined;
}

export function rememberApplication(c: PortalContext, secret: string): void {
  const secure = c.get("context").tenant.origin.startsWith("https:");
  setCookie(c, cookie, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: draftDays * 86_400,
  });
}

/** The application this browser works on, or undefined where it has none (any more). */
export async function currentApplication(c: PortalContext) {
  const secret = applicationSecret(c);
  if (!secret) return undefined;
  const found = await readOwnApplication(c.get("context"), { secret }).catch(() => undefined);
  return found && { secret, ...found };
}
export type CurrentApplication = NonNullable<Awaited<ReturnType<typeof currentApplication>>>;
