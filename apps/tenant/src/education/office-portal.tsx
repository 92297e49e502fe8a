import { textIn } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { demonstrationNotice } from "../profile/index.ts";
import { listAllTrainings, listOfficeSessions, whenText } from "../trainings/index.ts";
import { boardOf, todayOf } from "./board-of.ts";
import { listBoards, noteBoard } from "./boards.ts";
import { endApproval } from "./end-approval.ts";
import { readLetter } from "./letters.ts";
import { messages } from "./messages.ts";
import { recordPostedApproval } from "./posted-approval.ts";
import { readApproval, readApprovals } from "./read-approvals.ts";
import { rosterCsv } from "./roster-csv.ts";
import { createRoster, readBoardRosters, readRoster } from "./rosters.ts";
import type { Course } from "./views/approval-form.tsx";
import { BoardPage, type Filled } from "./views/board-page.tsx";
import { BoardsPage } from "./views/boards-page.tsx";
import { EndApprovalPage } from "./views/end-approval-page.tsx";
import { RostersPage } from "./views/rosters-page.tsx";

/** The office's boards: the pipeline, approvals, and rosters. */
export function officeBoardsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/boards", async (c) => {
    const found = await listBoards(c.get("context"), {});
    return c.html(<BoardsPage site={c.get("site")} {...found} />);
  });
  app.get("/office/boards/letters/:id", sendLetter);
  app.get("/office/boards/rosters/:file{ros_[0-9a-f]+\\.csv}", sendRoster);
  app.get("/office/boards/:board", (c) => showBoard(c, {}));
  app.post("/office/boards/:board", async (c) => {
    const { values } = await readForm(c);
    const typed = (name: string) => String(values[name] ?? "");
    const done = await attempt(c, [messages], async () =>
      noteBoard(c.get("context"), {
        boardId: boardIdOf(c),
        stage: typed("stage"),
        contact: typed("contact"),
        nextStep: typed("nextStep"),
      }),
    );
    return done.ok
      ? backTo(c, "?done=noted")
      : showBoard(c, { noteForm: { values, errors: done.errors } }, done);
  });
  app.post("/office/boards/:board/approvals", async (c) => {
    const posted = await readForm(c);
    const done = await attempt(c, [messages], () =>
      recordPostedApproval(c.get("context"), boardIdOf(c), posted),
    );
    if (done.ok) return backTo(c, "?done=recorded");
    return showBoard(c, { approvalForm: { values: posted.values, errors: done.errors } }, done);
  });
  app.get("/office/boards/:board/approvals/:id{apv_[0-9a-f]+}/end", (c) => showEnd(c));
  app.post("/office/boards/:board/approvals/:id{apv_[0-9a-f]+}/end", async (c) => {
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], async () =>
      endApproval(c.get("context"), {
        approvalId: c.req.param("id"),
        endsOn: String(values.endsOn ?? ""),
        reason: String(values.reason ?? ""),
      }),
    );
    return done.ok ? backTo(c, "?done=ended") : showEnd(c, { values, errors: done.errors }, done.status);
  });
  app.get("/office/boards/:board/rosters", (c) => showRosters(c));
  app.post("/office/boards/:board/rosters", async (c) => {
    const done = await attempt(c, [messages], () =>
      createRoster(c.get("context"), { boardId: boardIdOf(c) }),
    );
    return done.ok ? backTo(c, "/rosters?done=made") : showRosters(c, done);
  });
  return app;
}

async function showBoard(
  c: PortalContext,
  forms: { approvalForm?: Filled; noteForm?: Filled },
  failed?: Attempt<unknown>,
): Promise<Response> {
  const context = c.get("context");
  const board = boardOf(context, boardIdOf(c));
  const [{ boards }, approvals, courses] = await Promise.all([
    listBoards(context, {}),
    readApprovals(context, { boardId: board.id }),
    coursesOf(context),
  ]);
  const standing = boards.find((line) => line.board.id === board.id)?.standing;
  const found = { board, standing, approvals, courses, today: todayOf(context) };
  const page = <BoardPage site={c.get("site")} {...found} {...forms} />;
  return c.html(page, failed && !failed.ok ? failed.status : 200);
}

async function showEnd(c: PortalContext, filled?: Filled, status: 200 | 409 | 422 = 200): Promise<Response> {
  const context = c.get("context");
  const board = boardOf(context, boardIdOf(c));
  const approval = await readApproval(context, { approvalId: c.req.param("id") ?? "" });
  if (approval.boardId !== board.id) throw new DomainError("education.approval-not-found", "not-found");
  const found = { board, approval, today: todayOf(context), filled };
  return c.html(<EndApprovalPage site={c.get("site")} {...found} />, status);
}

async function showRosters(c: PortalContext, failed?: Attempt<unknown>): Promise<Response> {
  const context = c.get("context");
  const board = boardOf(context, boardIdOf(c));
  const found = await readBoardRosters(context, { boardId: board.id });
  const problem = failed && !failed.ok ? failed.errors.form : undefined;
  const timeZone = context.tenant.profile.jurisdiction.timeZones.default;
  const page = (
    <RostersPage site={c.get("site")} board={board} {...found} timeZone={timeZone} problem={problem} />
  );
  return c.html(page, failed && !failed.ok ? failed.status : 200);
}

/** What a board can approve: the office's trainings, and its sessions ahead and held. */
async function coursesOf(context: Context): Promise<Course[]> {
  const [{ trainings }, ahead, past] = await Promise.all([
    listAllTrainings(context, { kind: "training", limit: 200 }),
    listOfficeSessions(context, { limit: 100 }),
    listOfficeSessions(context, { past: true, limit: 100 }),
  ]);
  const zone = context.tenant.profile.jurisdiction.timeZones.default;
  return [
    ...trainings.map(({ id, title }) => ({
      id,
      title: textIn(title, context.locale),
      kind: "training" as const,
    })),
    ...[...ahead.sessions, ...past.sessions].map(({ session }) => ({
      id: session.id,
      title: `${textIn(session.title, context.locale)}, ${whenText(session, context.locale, zone)}`,
      kind: "session" as const,
    })),
  ];
}

async function sendLetter(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const letter = await readLetter(context, { approvalId: c.req.param("id") ?? "" });
  const bytes = await context.tenant.blobs.read(letter.sha256);
  if (!bytes) throw new DomainError("education.letter-not-found", "not-found");
  c.header("Content-Type", letter.type);
  c.header("Content-Disposition", "attachment");
  c.header("Cache-Control", "private, no-store");
  return c.body(Uint8Array.from(bytes));
}

async function sendRoster(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const rosterId = (c.req.param("file") ?? "").replace(/\.csv$/, "");
  const { roster, credits } = await readRoster(context, { rosterId });
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="roster-${roster.boardId}-${roster.number}.csv"`);
  c.header("Cache-Control", "private, no-store");
  return c.body(rosterCsv(credits, demonstrationNotice(context.tenant.profile, "en")));
}

function boardIdOf(c: PortalContext): string {
  return c.req.param("board") ?? "";
}

function backTo(c: PortalContext, under: string): Response {
  return c.redirect(localHref(c.get("site"), `/office/boards/${boardIdOf(c)}${under}`), 303);
}
