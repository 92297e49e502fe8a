import { parseArgs } from "node:util";
import { loopbackFetch, type Peer } from "@concord/peer";
import { ConfigError, createLogger, DomainError, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import type { TenantProcessConfig } from "../config.ts";
import { ProfileError } from "../profile/index.ts";
import { bootTenant } from "./boot-tenant.ts";
import { restoreHelp, sayRefusal, sayRestored, sayStep } from "./restore-words.ts";

/** What a call of a command leaves behind. */
export interface Answer {
  /** 0 done, 1 refused or not yet done, 2 wrong use. */
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * `feed restore`: after a database was put back from a backup, brings back from other members what this instance
 * signed and no longer has, and says what comes next. Nothing is thrown for what a person can mend.
 */
export async function feedCommand(
  args: readonly string[],
  readSettings: () => readonly TenantProcessConfig[],
  progress: (line: string) => void,
): Promise<Answer> {
  const asked = read(args);
  if ("why" in asked) return { exitCode: 2, stdout: "", stderr: `${asked.why}\n\n${restoreHelp}\n` };
  if (asked.help) return { exitCode: 0, stdout: `${restoreHelp}\n`, stderr: "" };
  try {
    return await restored(readSettings(), asked, progress);
  } catch (error) {
    const said = refusalOf(error);
    if (!said) throw error;
    const stdout = asked.json ? `${JSON.stringify(said)}\n` : "";
    return { exitCode: 1, stdout, stderr: `Refused: ${said.says}\n${said.mend}\n` };
  }
}

interface Asked {
  readonly json: boolean;
  readonly help: boolean;
  readonly keysRestored: boolean;
}

function read(args: readonly string[]): Asked | { readonly why: string } {
  const yes = { type: "boolean" } as const;
  const options = { json: yes, "keys-restored": yes, help: { ...yes, short: "h" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { json = false, help = false, "keys-restored": keysRestored = false } = values;
    if (!help && positionals.join(" ") !== "restore")
      return { why: 'Of a feed there is only "feed restore".' };
    return { json, help, keysRestored };
  } catch (error) {
    return { why: error instanceof Error ? error.message : "unreadable options" };
  }
}

async function restored(
  settings: readonly TenantProcessConfig[],
  { json, keysRestored }: Asked,
  progress: (line: string) => void,
): Promise<Answer> {
  const outcome = await withPeer(settings, async (peer) => {
    const found = await peer.restoreFeed((step) => progress(sayStep(step)), { keysRestored });
    return { code: peer.code, ...found };
  });
  const { says, next } = sayRestored(outcome);
  const lines = [...says, ...next.map((line) => `Next: ${line}`)].join("\n");
  const stdout = json ? JSON.stringify({ ...outcome, next }) : lines;
  const done = outcome.state !== "unreachable" && outcome.state !== "not-ours";
  return { exitCode: done ? 0 : 1, stdout: `${stdout}\n`, stderr: "" };
}

/** Opens the one instance without its jobs, which would talk with the network meanwhile. */
async function withPeer<T>(
  settings: readonly TenantProcessConfig[],
  work: (peer: Peer) => Promise<T>,
): Promise<T> {
  const [one, ...others] = settings;
  if (!one || others.length > 0)
    throw new ConfigError(["PROFILE: name one instance only, whose feed is to be restored"]);
  const booted = await bootTenant(one, {
    clock: systemClock,
    // Standard output is the answer's, and what goes wrong is in it.
    log: createLogger({ level: "silent" }),
    assets: await ensureUiAssets(),
    ...(one.config.TRIAL ? { fetch: loopbackFetch() } : {}),
  });
  try {
    return await work(booted.instance.tenant.peer);
  } finally {
    await booted.close();
  }
}

function refusalOf(error: unknown) {
  if (error instanceof DomainError) return sayRefusal(error);
  if (!(error instanceof ConfigError) && !(error instanceof ProfileError)) return undefined;
  return {
    refused: "settings",
    says: error.message,
    mend: "Give the command the settings and the KEYS_DIR of serve.",
  };
}
