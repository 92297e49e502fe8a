import type { PageFrame } from "@concord/http";
import { FramedPage } from "@concord/ui";
import type { PortalContext } from "./environment.ts";

/** Pages that the plumbing writes (problems, API documentation) as the portal's own. */
export const portalFrame: PageFrame = (context, page) => {
  const c: PortalContext = context;
  return c.html(<FramedPage site={c.get("site")} {...page} />);
};
