import { ConfigError, DomainError, type Logger, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import type { TenantProcessConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { appointOfficer } from "../identity/index.ts";
import { errorText } from "../portal/forms.ts";
import { bootTenant } from "./boot-tenant.ts";

/**
 * `appoint`: makes somebody an officer from the machine itself, since until then nobody can reach the office.
 * Doing it twice changes nothing. Gives what to say. Throws ConfigError for what was typed wrongly.
 */
export async function appoint(
  settings: readonly TenantProcessConfig[],
  [email, name, ...rest]: readonly string[],
  log: Logger,
): Promise<string> {
  const [one, ...others] = settings;
  if (!one || email === undefined || name === undefined || rest.length > 0)
    throw new DomainError("main.usage", "invalid");
  if (others.length > 0) throw new ConfigError(["PROFILE: name one instance only, whose officer it will be"]);
  const booted = await bootTenant(one, { clock: systemClock, log, assets: await ensureUiAssets() });
  try {
    const person = await inWords(booted.instance.systemContext("appointment"), { email, name });
    return `${person.email} is an officer and signs in at ${one.config.ORIGIN}/sign-in`;
  } finally {
    await booted.close();
  }
}

async function inWords(context: Context, input: { email: string; name: string }) {
  try {
    return await appointOfficer(context, input);
  } catch (error) {
    if (!(error instanceof DomainError) || error.errors.length === 0) throw error;
    throw new ConfigError(
      error.errors.map(
        ({ pointer, code, params }) => `${pointer.slice(1)}: ${errorText([], "en", code, params ?? {})}`,
      ),
    );
  }
}
