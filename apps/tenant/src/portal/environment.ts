import type { Site } from "@concord/ui";
import type { Context as HonoContext } from "hono";
import type { Context } from "../context.ts";

/** What every portal route finds: the context of its verbs and the frame of its pages. */
export interface PortalEnv {
  Variables: {
    context: Context;
    site: Site;
    /** Absent before sign-in. */
    sessionId?: string;
  };
}

export type PortalContext = HonoContext<PortalEnv>;
