import type { Logger } from "@concord/runtime";
import { Hono } from "hono";

export interface HealthOptions {
  readonly log: Logger;
  /** What must work before requests are welcome; a check that throws, or outlasts `timeoutMs`, fails. */
  readonly checks: Readonly<Record<string, () => Promise<unknown> | unknown>>;
  /** 2,000 ms unless given. */
  readonly timeoutMs?: number;
}

/** `/healthz`: the process answers. `/readyz`: 200 if every check passes, 503 with their names otherwise. */
export function healthRoutes(options: HealthOptions): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }));
  app.get("/readyz", async (c) => {
    const names = Object.keys(options.checks);
    const outcomes = await Promise.all(names.map((name) => passes(options, name)));
    const ready = !outcomes.includes(false);
    const checks = Object.fromEntries(names.map((name, i) => [name, outcomes[i] ? "ok" : "failed"]));
    const body = { status: ready ? "ready" : "not-ready", checks };
    return c.json(body, ready ? 200 : 503, { "Cache-Control": "no-store" });
  });
  return app;
}

async function passes({ checks, log, timeoutMs = 2_000 }: HealthOptions, name: string): Promise<boolean> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too slow")), timeoutMs);
  try {
    await Promise.race([checks[name]?.(), late]);
    return true;
  } catch (err) {
    log.warn({ err, check: name }, "not ready");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
