import { decodeCursor, encodeCursor } from "@concord/http";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { listMemberCertificates } from "../credentials/index.ts";
import { listMailAbout } from "../notifications/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { meetRestriction } from "../records/index.ts";
import { holdMembership, releaseMembership, revokeMembership } from "./change-status.ts";
import { directoryCursor } from "./directory.ts";
import { editListing } from "./edit-member.ts";
import { listAllMembers, readMember } from "./list.ts";
import { messages } from "./messages.ts";
import { MemberListPage, type MemberSearch, memberStatuses } from "./views/member-list.tsx";
import { MemberRecordPage } from "./views/member-record.tsx";

type Failed = { form: string; values: FormValues; errors: FormErrors };

type Change = "hold" | "release" | "revoke";

/** The office's list of members, and what it may do with each. */
export function officeMembersPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/members", showList);
  app.get("/office/members/:id", (c) => showMember(c));
  app.post("/office/members/:id/listing", async (c) => {
    const memberId = c.req.param("id");
    const { values } = await readForm(c);
    const listed = values.listed === "true";
    const published = [values.published ?? []].flat();
    const done = await attempt(c, [messages], () =>
      editListing(c.get("context"), { memberId, listed, published }),
    );
    if (!done.ok) return showMember(c, { form: "listing", values, errors: done.errors }, done.status);
    return c.redirect(localHref(c.get("site"), `/office/members/${memberId}?done=listing`), 303);
  });
  for (const change of ["hold", "release", "revoke"] as const) {
    app.post(`/office/members/:id/${change}`, async (c) => {
      const memberId = c.req.param("id");
      const { values } = await readForm(c);
      const done = await attempt(c, [messages], () => changeStanding(c, change, memberId, values));
      if (!done.ok) return showMember(c, { form: change, values, errors: done.errors }, done.status);
      return c.redirect(localHref(c.get("site"), `/office/members/${memberId}?done=${change}`), 303);
    });
  }
  return app;
}

function changeStanding(c: PortalContext, change: Change, memberId: string, values: FormValues) {
  const context = c.get("context");
  const note = String(values.note ?? "");
  if (change === "revoke")
    return revokeMembership(context, { memberId, grounds: String(values.grounds ?? ""), note });
  return change === "hold"
    ? holdMembership(context, { memberId, note })
    : releaseMembership(context, { memberId, note });
}

async function showList(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const search: MemberSearch = {
    q: c.req.query("q")?.trim() ?? "",
    status: memberStatuses.find((one) => one === c.req.query("status")) ?? "active",
    sector: c.req.query("sector") ?? "",
    county: c.req.query("county") ?? "",
    level: c.req.query("level") ?? "",
  };
  const cursor = c.req.query("cursor");
  const list = await listAllMembers(context, {
    text: search.q,
    sector: search.sector,
    countyFips: search.county,
    level: search.level,
    statuses: [search.status],
    ...(cursor ? { after: decodeCursor(directoryCursor, cursor) } : {}),
  });
  return c.html(
    <MemberListPage
      site={c.get("site")}
      profile={context.tenant.profile}
      search={search}
      members={list.members}
      total={list.total}
      next={list.next && encodeCursor(list.next)}
    />,
  );
}

async function showMember(
  c: PortalContext,
  failed?: Failed,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const memberId = c.req.param("id") ?? "";
  const restriction = await meetRestriction(context, { kind: "member", id: memberId });
  if (restriction && !restriction.open) return c.redirect(localHref(c.get("site"), restriction.path), 303);
  const [found, certificates, mails] = await Promise.all([
    readMember(context, { memberId }),
    listMemberCertificates(context, { memberId }),
    listMailAbout(context, { kind: "member", id: memberId }),
  ]);
  const page = (
    <MemberRecordPage
      site={c.get("site")}
      profile={context.tenant.profile}
      certificates={certificates}
      mails={mails}
      restriction={restriction}
      {...found}
      {...(failed ? { failed } : {})}
    />
  );
  return c.html(page, status);
}
