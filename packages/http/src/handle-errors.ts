import { DomainError, type Logger } from "@concord/runtime";
import type { Context, Env, ErrorHandler, Hono, NotFoundHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { isUnder } from "./path-prefix.ts";
import { type DescribeCode, foreseen, type Problem, problemDetails } from "./problem-details.ts";
import { acceptedLocale } from "./problem-messages.ts";
import { requestId } from "./request-context.ts";
import { routePattern } from "./route-pattern.ts";

export interface ProblemOptions {
  /** Renders a page for people in place of problem details; not asked for the paths of `apiPrefixes`. */
  readonly errorPages?: (c: Context, problem: Problem, error: unknown) => Response | Promise<Response>;
  /** Paths that always answer problem details; `/api` and `/federation` unless given. */
  readonly apiPrefixes?: readonly string[];
  readonly describe?: DescribeCode;
}

export interface ErrorOptions extends ProblemOptions {
  readonly log: Logger;
}

/** The error handler of an application: problem details for programs, `errorPages` for people. */
export function onError(log: Logger, options: ProblemOptions = {}): ErrorHandler {
  return (error, c) => {
    if (!foreseen(error)) {
      log.error({ err: error, requestId: requestId(c), route: routePattern(c) }, "unforeseen error");
    }
    return answer(c, error, { log, ...options });
  };
}

/**
 * Gives an application its error handler, its 404 and its 405 (with `Allow`, RFC 9110 section 15.5.6).
 * Call it after the other middleware and before the routes.
 */
export function handleErrors<E extends Env>(app: Hono<E>, options: ErrorOptions): void {
  const missing: NotFoundHandler = (c) => answer(c, new DomainError("http.not-found", "not-found"), options);
  app.onError(onError(options.log, options));
  app.notFound(missing);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const refused = await answer(c, new DomainError("http.method-not-allowed", "invalid"), options);
        refused.headers.set("Allow", methods.join(", "));
        return refused;
      },
    }),
  );
}

async function answer(c: Context, error: unknown, options: ErrorOptions): Promise<Response> {
  const problem = describeProblem(c, error, options);
  const wait = error instanceof DomainError ? error.params.retryAfter : undefined;
  if (typeof wait === "number") c.header("Retry-After", String(Math.max(1, Math.ceil(wait))));
  const forPrograms = isUnder(c.req.path, options.apiPrefixes ?? ["/api", "/federation"]);
  if (!options.errorPages || forPrograms) return send(c, problem);
  try {
    return await options.errorPages(c, problem, error);
  } catch (err) {
    options.log.error({ err, requestId: requestId(c) }, "the error page failed");
    return send(c, problem);
  }
}

function describeProblem(c: Context, error: unknown, { describe }: ProblemOptions): Problem {
  return problemDetails(error, { instance: requestId(c), locale: acceptedLocale(c), describe });
}

function send(c: Context, problem: Problem): Response {
  c.header("Content-Type", "application/problem+json");
  c.header("Cache-Control", "no-store");
  if (problem.status === 401) c.header("WWW-Authenticate", "Bearer");
  return c.body(JSON.stringify(problem), problem.status);
}
