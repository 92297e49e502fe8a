import { DomainError } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { type Certificate, listMemberCertificates } from "../credentials/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { memberChecklist } from "./checklist.ts";
import { editContact, editListing } from "./edit-member.ts";
import { rememberApplication } from "./join-session.ts";
import { myMemberships, readMember } from "./list.ts";
import { messages } from "./messages.ts";
import { keepEvidence, recordCommitment } from "./record-commitment.ts";
import { sendLetterPdf, sendUploadedFile } from "./send-file.ts";
import { startRenewal } from "./start-renewal.ts";
import { judgeRenewal } from "./terms.ts";
import { todayOf } from "./today.ts";
import { ChooseMemberPage } from "./views/choose-member-page.tsx";
import { CommitmentPage } from "./views/commitment-page.tsx";
import { ContactPage } from "./views/contact-page.tsx";
import { DeskPage } from "./views/desk-page.tsx";

/** A business's own desk: its standing, what is due, and what it may change itself. */
export function deskPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/member", async (c) => {
    const mine = await myMemberships(c.get("context"), {});
    const [only] = mine;
    if (mine.length === 1 && only) return goTo(c, `/member/${only.id}`);
    return c.html(<ChooseMemberPage site={c.get("site")} members={mine} />);
  });
  app.get("/member/letters/:file{let_[0-9a-f]+\\.pdf}", sendLetterPdf);
  app.get("/member/files/:id", sendUploadedFile);
  app.get("/member/:id{mem_[0-9a-f]+}", (c) => showDesk(c));
  app.get("/member/:id{mem_[0-9a-f]+}/contact", (c) => showContact(c));
  app.post("/member/:id{mem_[0-9a-f]+}/contact", async (c) => {
    const { values } = await readForm(c);
    const typed = (name: string) => String(values[name] ?? "");
    const done = await attempt(c, [messages], () =>
      editContact(c.get("context"), {
        memberId: memberIdOf(c),
        contactName: typed("contactName"),
        contactEmail: typed("contactEmail"),
        contactPhone: typed("contactPhone"),
        website: typed("website"),
        employees: typed("employees"),
      }),
    );
    if (!done.ok) return showContact(c, { values, errors: done.errors }, done.status);
    // Whoever named another contact may have no desk here any more.
    return goTo(c, "/member");
  });
  app.post("/member/:id{mem_[0-9a-f]+}/listing", async (c) => {
    const { values } = await readForm(c);
    const published = [values.published ?? []].flat();
    const listed = values.listed === "true";
    const done = await attempt(c, [messages], () =>
      editListing(c.get("context"), { memberId: memberIdOf(c), listed, published }),
    );
    return done.ok ? backToDesk(c, "listing") : showDesk(c, done);
  });
  app.get("/member/:id{mem_[0-9a-f]+}/commitments/:commitment", (c) => showCommitment(c));
  app.post("/member/:id{mem_[0-9a-f]+}/commitments/:commitment", keepCommitment);
  // A letter's link arrives as GET; it shows the desk, whose button posts.
  app.get("/member/:id{mem_[0-9a-f]+}/renew", (c) => showDesk(c));
  app.post("/member/:id{mem_[0-9a-f]+}/renew", async (c) => {
    const done = await attempt(c, [messages], () => startRenewal(c.get("context"), memberIdOf(c)));
    if (!done.ok) return showDesk(c, done);
    rememberApplication(c, done.value);
    return goTo(c, "/join/organization");
  });
  return app;
}

interface Failed {
  readonly values: FormValues;
  readonly errors: FormErrors;
}

async function showDesk(
  c: PortalContext,
  failed?: Exclude<Attempt<unknown>, { ok: true }>,
): Promise<Response> {
  const context = c.get("context");
  const { profile } = context.tenant;
  const memberId = memberIdOf(c);
  const [found, certificates, mine] = await Promise.all([
    readMember(context, { memberId }),
    listMemberCertificates(context, { memberId }),
    myMemberships(context, {}),
  ]);
  const { member, records } = found;
  const today = todayOf(context);
  const level = profile.membership.levels.find(({ id }) => id === member.level);
  const page = (
    <DeskPage
      site={c.get("site")}
      profile={profile}
      {...found}
      certificates={certificatesToShow(certificates, today)}
      several={mine.length > 1}
      renewal={judgeRenewal(member.validUntil, profile.membership.renewal, today)}
      checklist={memberChecklist(level, records, member, today)}
      {...(failed?.errors.form ? { problem: failed.errors.form } : {})}
    />
  );
  return c.html(page, failed?.status ?? 200);
}

/** The running term's certificate and a renewed one beside it; where none holds, the newest. */
function certificatesToShow(certificates: readonly Certificate[], today: string): readonly Certificate[] {
  const holding = certificates.filter(
    ({ status, facts }) => status === "valid" && facts.kind === "membership" && facts.validUntil >= today,
  );
  return holding.length > 0 ? holding : certificates.slice(0, 1);
}

async function showContact(
  c: PortalContext,
  failed?: Failed,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { member } = await readMember(c.get("context"), { memberId: memberIdOf(c) });
  return c.html(<ContactPage site={c.get("site")} member={member} {...failed} />, status);
}

async function showCommitment(
  c: PortalContext,
  failed?: Failed,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const { member } = await readMember(context, { memberId: memberIdOf(c) });
  const level = context.tenant.profile.membership.levels.find(({ id }) => id === member.level);
  const commitment = level?.commitments.find(({ id }) => id === c.req.param("commitment"));
  if (!commitment) throw new DomainError("membership.commitment-gone", "not-found");
  return c.html(
    <CommitmentPage
      site={c.get("site")}
      member={member}
      commitment={commitment}
      today={todayOf(context)}
      {...failed}
    />,
    status,
  );
}

async function keepCommitment(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { values, files } = await readForm(c);
  // Judged before the bytes are kept, so that nobody fills the store of a membership that is not theirs.
  await readMember(context, { memberId: memberIdOf(c) });
  const done = await attempt(c, [messages], async () =>
    recordCommitment(context, {
      memberId: memberIdOf(c),
      commitment: c.req.param("commitment") ?? "",
      doneOn: String(values.doneOn ?? ""),
      ...(files.file ? { file: await keepEvidence(context, memberIdOf(c), files.file) } : {}),
    }),
  );
  return done.ok
    ? backToDesk(c, "commitment")
    : showCommitment(c, { values, errors: done.errors }, done.status);
}

function memberIdOf(c: PortalContext): string {
  return c.req.param("id") ?? "";
}

function backToDesk(c: PortalContext, done: string): Response {
  return goTo(c, `/member/${memberIdOf(c)}?done=${done}`);
}

function goTo(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}
