import type { Clock } from "@concord/runtime";
import { Hono, type MiddlewareHandler } from "hono";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { routePattern } from "./route-pattern.ts";

export interface Metrics {
  /** For the application's own measures. */
  readonly registry: Registry;
  /** Times requests by method, route pattern and status. Runs inside `requestContext`. */
  readonly measure: MiddlewareHandler;
}

export interface MetricsOptions {
  readonly clock: Clock;
  /** Also measure the Node process; once in a process is enough. */
  readonly process?: boolean;
}

/** Measures of one application, in a registry of its own: several run in one process. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "How long requests took, by route pattern",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const measure: MiddlewareHandler = async (c, next) => {
    const started = options.clock.now().getTime();
    await next();
    if (c.get("unlogged")) return;
    const seconds = (options.clock.now().getTime() - started) / 1000;
    duration.observe({ method: c.req.method, route: routePattern(c), status: c.res.status }, seconds);
  };
  return { registry, measure };
}

/** `/metrics` in Prometheus's text format, for a port that the public cannot reach. */
export function metricsRoute(registries: readonly Registry[]): Hono {
  const app = new Hono();
  app.get("/metrics", async (c) => {
    const merged = registries.length === 1 ? registries[0] : Registry.merge([...registries]);
    c.header("Content-Type", merged?.contentType ?? "text/plain");
    return c.body((await merged?.metrics()) ?? "");
  });
  return app;
}
