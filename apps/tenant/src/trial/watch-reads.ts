import type { MiddlewareHandler } from "hono";
import type { Context } from "../context.ts";
import { readLetter } from "../membership/index.ts";
import { readMail } from "../notifications/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { aboutOf } from "./about.ts";
import { pageOf } from "./pages.ts";
import type { TrialLog } from "./trial-log.ts";

interface Watched {
  /** Without the language. */
  readonly path: RegExp;
  readonly action: string;
  readonly subjectKind: string;
  /** Which record; left out where the address itself opens something, as a code does. */
  readonly named: boolean;
}

/** The reads that the lobby's tour waits for. */
const watched: readonly Watched[] = [
  { path: /^\/verify\/([^/]+)$/, action: "credentials.verified", subjectKind: "certificate", named: false },
  { path: /^\/mailbox\/(mai_\w+)$/, action: "notifications.opened", subjectKind: "mail", named: true },
  // The same letter on paper, from the office's page or the member's own.
  {
    path: /^\/(?:office|member)\/letters\/(let_\w+)\.pdf$/,
    action: "notifications.opened",
    subjectKind: "letter",
    named: true,
  },
  { path: /^\/trainings\/([\w-]+)$/, action: "trainings.opened", subjectKind: "training", named: true },
  {
    path: /^\/office\/network\/incoming\/([\w.-]+)$/,
    action: "syndication.opened",
    subjectKind: "network-item",
    named: true,
  },
];

/** Notes such a read when it succeeded. */
export function watchReads(log: TrialLog): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    await next();
    if (c.req.method === "GET" && c.res.status === 200) await noteRead(log, c);
  };
}

async function noteRead(log: TrialLog, c: PortalContext): Promise<void> {
  const [path = ""] = c.get("site").path.split("?");
  for (const { path: pattern, action, subjectKind, named } of watched) {
    const [, id = ""] = pattern.exec(path) ?? [];
    if (!id) continue;
    const context = c.get("context");
    const about = await aboutOf(context, subjectKind, id);
    const page = await pageOf(context, action, id, about);
    log.note({
      action,
      subjectKind: await kindOf(context, subjectKind, id),
      subjectId: named ? id : "",
      ...(about && { about }),
      ...(page && { page }),
    });
  }
}

/** A letter is not just any mail: its kind says so, sent and printed alike. */
async function kindOf(context: Context, subjectKind: string, id: string): Promise<string> {
  if (subjectKind === "mail") return (await readMail(context, { id })).kind;
  if (subjectKind === "letter") return `membership.${(await readLetter(context, { letterId: id })).kind}`;
  return subjectKind;
}
