import type { Site } from "@concord/ui";
import type { Context as HonoContext } from "hono";
import type { Region } from "../context.ts";

/** What every page's route finds: the region and the frame of its pages. */
export interface PortalEnv {
  Variables: { region: Region; site: Site };
}

export type PortalContext = HonoContext<PortalEnv>;
