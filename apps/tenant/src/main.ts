import { healthRoutes, hostDispatch, metricsRoute, serveNode } from "@concord/http";
import { loopbackFetch } from "@concord/peer";
import {
  ConfigError,
  closeOnSignal,
  createLogger,
  DomainError,
  type Logger,
  Shutdown,
  systemClock,
} from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { Hono } from "hono";
import type { Surface, TenantInstance } from "./app.ts";
import { appoint } from "./boot/appoint.ts";
import { bootTenant, migrateTenant } from "./boot/boot-tenant.ts";
import { feedCommand } from "./boot/restore-feed.ts";
import { readTenantConfigs, type TenantProcessConfig } from "./config.ts";
import { describeError } from "./error-words.ts";
import { ProfileError } from "./profile/index.ts";

const usage = `usage: main.ts serve [--surface=all|api|portal] [--no-worker]
       main.ts worker
       main.ts migrate
       main.ts appoint <email> <name>   makes somebody an officer: the first one, before anybody can sign in
       main.ts feed restore [--json]    after a backup was put back; --help says more`;

/**
 * One image, three roles: `serve` answers requests, `worker` runs jobs and federation, `migrate` prepares the
 * database. `appoint` names an officer and ends; `feed restore` brings our own entries back after a backup was put back.
 */
async function main([role = "serve", ...flags]: readonly string[]): Promise<void> {
  if (role === "feed") return await runFeed(flags);
  const settings = readTenantConfigs();
  if (role === "migrate") return migrateAll(settings);
  if (role === "appoint") {
    const log = createLogger({ level: "error" });
    return void process.stdout.write(`${await appoint(settings, flags, log)}\n`);
  }
  if (role !== "serve" && role !== "worker") throw new DomainError("main.usage", "invalid");
  const [first] = settings;
  if (!first) throw new DomainError("main.usage", "invalid");
  const { PORT, METRICS_PORT, LOG_LEVEL } = first.config;
  const log = createLogger({ level: LOG_LEVEL });
  const shutdown = new Shutdown(log);
  closeOnSignal(() => shutdown.close());
  const assets = await ensureUiAssets();
  const instances: TenantInstance[] = [];
  for (const one of settings) {
    const fetch = one.config.TRIAL ? { fetch: loopbackFetch() } : {};
    const booted = await bootTenant(one, {
      clock: systemClock,
      log,
      assets,
      surface: surfaceOf(flags),
      ...fetch,
    });
    shutdown.add(one.config.PROFILE, booted.close);
    instances.push(booted.instance);
  }
  if (METRICS_PORT !== undefined) {
    const { fetch } = metricsRoute(instances.map(({ metrics }) => metrics.registry));
    const metrics = await serveNode({ fetch, port: METRICS_PORT, host: "127.0.0.1", log });
    shutdown.add("metrics", () => metrics.close());
  }
  // A worker answers health checks and other members too, so that federation works where it alone runs.
  const served = await serveNode({ fetch: createFront(instances, log).fetch, port: PORT, log });
  shutdown.add("http", () => served.close());
  if (role === "worker" || !flags.includes("--no-worker")) {
    for (const instance of instances) await instance.startWorker();
  }
  log.info({ port: served.port, role, tenants: instances.length }, "ready");
}

/** Health is asked by address, everything else by a name that was configured. */
function createFront(instances: readonly TenantInstance[], log: Logger) {
  const app = new Hono<{ Bindings: object }>();
  const checks = Object.fromEntries(
    instances.map((instance) => [instance.tenant.code, () => instance.check()]),
  );
  app.route("/", healthRoutes({ log, checks }));
  const sites = new Map(instances.map((instance) => [new URL(instance.tenant.origin).host, instance]));
  const dispatch = hostDispatch(sites);
  app.all("*", (c) => dispatch.fetch(c.req.raw, c.env));
  return app;
}

async function runFeed(args: readonly string[]): Promise<void> {
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const { exitCode, stdout, stderr } = await feedCommand(args, readTenantConfigs, progress);
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  process.exitCode = exitCode;
}

async function migrateAll(settings: readonly TenantProcessConfig[]): Promise<void> {
  for (const { config } of settings) {
    if (!config.OWNER_DATABASE_URL) throw new ConfigError(["OWNER_DATABASE_URL: is needed to migrate"]);
    const appRole = config.DATABASE_URL ? new URL(config.DATABASE_URL).username : undefined;
    await migrateTenant(config.OWNER_DATABASE_URL, appRole);
  }
}

function surfaceOf(flags: readonly string[]): Surface {
  const value = flags.find((flag) => flag.startsWith("--surface="))?.slice("--surface=".length) ?? "all";
  if (value !== "all" && value !== "api" && value !== "portal")
    throw new DomainError("main.usage", "invalid");
  return value;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // Faults that a person can mend are told in words; anything else with its frames, never with its values.
  if (error instanceof ConfigError || error instanceof ProfileError)
    process.stderr.write(`${error.message}\n`);
  else if (error instanceof DomainError && error.code === "main.usage") process.stderr.write(`${usage}\n`);
  else if (error instanceof DomainError) {
    const words = describeError(error.code, error.params, "en");
    process.stderr.write(`${words ? `${words}\n` : ""}${error.code} ${JSON.stringify(error.params)}\n`);
  } else createLogger().fatal({ err: error }, "could not start");
  process.exit(1);
});
