import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import { createMemberToken, listMemberTokens, revokeMemberToken } from "../identity/index.ts";
import { myMemberships } from "../membership/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { messages } from "./messages.ts";
import type { FormState } from "./views/frame.ts";
import { SystemsPage } from "./views/systems-page.tsx";

const ofMember = "/member/systems/:member{mem_[0-9a-f]+}";

/** Where a member's people let a program of theirs work for it. */
export function systemsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(ofMember, (c) => show(c, {}));
  app.post(ofMember, async (c) => {
    const { values } = await readForm(c);
    const name = typeof values.name === "string" ? values.name : "";
    const memberId = c.req.param("member");
    const done = await attempt(c, [messages], () => createMemberToken(c.get("context"), { memberId, name }));
    if (!done.ok) return show(c, { state: { values, errors: done.errors } }, done.status);
    return show(c, { made: done.value.token });
  });
  app.post("/member/systems/tokens/:id{tok_[0-9a-f]+}/revoke", async (c) => {
    const { memberId } = await revokeMemberToken(c.get("context"), { id: c.req.param("id") });
    return c.redirect(localHref(c.get("site"), `/member/systems/${memberId}`), 303);
  });
  return app;
}

async function show(
  c: PortalContext,
  shown: { readonly made?: string; readonly state?: FormState },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const memberId = c.req.param("member") ?? "";
  const tokens = await listMemberTokens(context, { memberId });
  const member = (await myMemberships(context, {})).find(({ id }) => id === memberId);
  if (!member) throw new DomainError("identity.not-allowed", "forbidden");
  const { made, state = {} } = shown;
  // A token on a page must not stay in a browser's cache.
  c.header("Cache-Control", "private, no-store");
  const page = { site: c.get("site"), member, tokens, now: context.clock.now(), made, state };
  return c.html(<SystemsPage {...page} />, status);
}
