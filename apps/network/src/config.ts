import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, parseEnvironment } from "@concord/runtime";
import { z } from "zod";

const environment = z.object({
  PORT: z.coerce.number("must be a port number").int().min(1).max(65_535).default(4600),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
});

export interface NetworkConfig {
  /** Address to listen on; only this machine unless given. */
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: string;
  /** Codes to start; everybody unless given. */
  readonly only?: readonly string[];
  /** Empties the data folder first. */
  readonly fresh: boolean;
  /** Makes no trial data. */
  readonly empty: boolean;
  /** Makes a little trial data: something of everything, and soon ready. */
  readonly little: boolean;
  /** Every tenant in a process of its own, with its own folder and database server. */
  readonly processes: boolean;
}

export const usage = `npm start -- [--only <code,code>] [--fresh] [--empty | --little] [--processes]
  --only ms,al   start these tenants only
  --fresh        begin with an empty data folder
  --empty        make no trial data
  --little       make a little trial data, which is soon done
  --processes    every tenant in its own process, with its own folder and database server; a folder keeps to it
PORT (4600), HOST (127.0.0.1) and DATA_DIR (.data) come from the environment.`;

/** Reads arguments and environment. Throws ConfigError with every fault. */
export function readNetworkConfig(
  args: readonly string[],
  known: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): NetworkConfig {
  const parsed = parseEnvironment(environment, env);
  const flags = readFlags(args);
  const only = flags.only
    ?.split(",")
    .map((code) => code.trim())
    .filter(Boolean);
  if (only?.length === 0) throw new ConfigError([`--only: names nobody; choose from ${known.join(", ")}`]);
  const strangers = (only ?? []).filter((code) => !known.includes(code));
  if (strangers.length > 0) {
    throw new ConfigError(
      strangers.map(
        (code) => `--only: ${code} is not a member of the network; choose from ${known.join(", ")}`,
      ),
    );
  }
  return {
    host: parsed.HOST,
    port: parsed.PORT,
    dataDir: resolve(parsed.DATA_DIR),
    logLevel: parsed.LOG_LEVEL,
    ...(only ? { only } : {}),
    fresh: flags.fresh,
    empty: flags.empty,
    little: flags.little,
    processes: flags.processes,
  };
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      options: {
        only: { type: "string" },
        fresh: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
        little: { type: "boolean", default: false },
        processes: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
