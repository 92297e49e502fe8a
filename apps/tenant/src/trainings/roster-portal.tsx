import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { readForm } from "../portal/forms.ts";
import { ownMemberId, readStaffRoster, renewEmployerLink } from "./roster.ts";
import { RosterPage } from "./views/roster-page.tsx";

/** A member's view of its staff, and the link it gives them. */
export function rosterPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/member/roster", showRoster);
  app.post("/member/roster/link", async (c) => {
    const { values } = await readForm(c);
    const memberId = ownMemberId(c.get("context").actor, String(values.memberId ?? ""));
    await renewEmployerLink(c.get("context"), { memberId });
    return c.redirect(localHref(c.get("site"), `/member/roster?member=${memberId}`), 303);
  });
  return app;
}

async function showRoster(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const site = c.get("site");
  const { actor } = context;
  const asked = c.req.query("member");
  // The desk's first page says what somebody without a membership can do; a membership asked for by name is refused.
  if (asked === undefined && actor.kind === "person" && actor.memberIds.length === 0)
    return c.redirect(localHref(site, "/member"), 303);
  const memberId = ownMemberId(actor, asked);
  const { staff, link, next } = await readStaffRoster(context, { memberId, page: c.req.query("page") });
  const linkUrl = link && `${context.tenant.origin}${localHref(site, `/learn/with/${link.token}`)}`;
  const query = next && `?member=${memberId}&page=${next}`;
  return c.html(
    <RosterPage
      site={site}
      memberId={memberId}
      staff={staff}
      timeZone={context.tenant.profile.jurisdiction.timeZones.default}
      {...(linkUrl ? { linkUrl } : {})}
      {...(query ? { nextHref: `${localHref(site, "/member/roster")}${query}` } : {})}
    />,
  );
}
