import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandReadable } from "../records/index.ts";
import { plain } from "./model.ts";
import {
  countByStatus,
  filesOf,
  findApplication,
  findFile,
  findTwins,
  listQueue,
} from "./store-applications.ts";
import { findLetter, lettersOfApplication } from "./store-letters.ts";
import { findMembersAlike } from "./store-members.ts";

export const queueCursor = z.object({ submittedAt: z.coerce.date(), id: z.string() });

/** The office's queue: who waits longest comes first. */
export const listApplications = defineQuery({
  name: "membership.queue",
  input: z.object({
    statuses: z
      .array(z.enum(["submitted", "needs-information", "approved", "denied"]))
      .min(1)
      .default(["submitted", "needs-information"]),
    text: z
      .string()
      .trim()
      .max(100)
      .optional()
      .transform((value) => value || undefined),
    after: queueCursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "membership:approve"),
  async run(context, { statuses, text, after, limit }) {
    const [rows, counts] = await Promise.all([
      listQueue(context.db, { statuses, text, after, limit: limit + 1 }),
      countByStatus(context.db),
    ]);
    const applications = rows.slice(0, limit);
    const last = applications.at(-1);
    const next = rows.length > limit && last?.submittedAt && { submittedAt: last.submittedAt, id: last.id };
    return { applications, counts, ...(next ? { next } : {}) };
  },
});

/** One application as the office reviews it, with whatever looks like the same organization. */
export const readApplication = defineQuery({
  name: "membership.read-application",
  input: z.object({ applicationId: z.string().startsWith("app_") }),
  load: async (context, input) => {
    const application = await findApplication(context.db, input.applicationId);
    if (!application) throw new DomainError("membership.application-not-found", "not-found");
    return application;
  },
  authorize: (actor) => can(actor, "membership:approve"),
  async run(context, _input, application) {
    await demandReadable(context, { kind: "application", id: application.id });
    const said = application.handedIn ?? application.form;
    const name = typeof said.legalName === "string" ? said.legalName : "";
    const email = typeof said.contactEmail === "string" ? plain(said.contactEmail) : "";
    const [files, letters, twins, members] = await Promise.all([
      filesOf(context.db, application.id),
      lettersOfApplication(context.db, application.id),
      findTwins(context.db, { id: application.id, name, email }),
      findMembersAlike(context.db, { name, email }),
    ]);
    const others = members.filter(({ id }) => id !== application.memberId);
    return { application, files, letters, twins, members: others };
  },
});

/** A letter as it was sent, for the office and for the member it went to. */
export const readLetter = defineQuery({
  name: "membership.read-letter",
  input: z.object({ letterId: z.string().startsWith("let_") }),
  load: async (context, input) => {
    const letter = await findLetter(context.db, input.letterId);
    if (!letter) throw new DomainError("membership.letter-not-found", "not-found");
    return letter;
  },
  authorize: (actor, letter) => can(actor, "membership:read", { memberId: letter.memberId ?? undefined }),
  async run(context, _input, letter) {
    await demandReadableToOffice(context, letter);
    return letter;
  },
});

/** A file that was handed in, with where its bytes are. */
export const readFile = defineQuery({
  name: "membership.read-file",
  input: z.object({ fileId: z.string().startsWith("fil_") }),
  load: async (context, input) => {
    const file = await findFile(context.db, input.fileId);
    if (!file) throw new DomainError("membership.file-not-found", "not-found");
    return file;
  },
  authorize: (actor, file) => can(actor, "membership:read", { memberId: file.memberId ?? undefined }),
  async run(context, _input, file) {
    await demandReadableToOffice(context, file);
    return file;
  },
});

/** A restriction keeps the office out, never the member from what is their own. */
async function demandReadableToOffice(
  context: Context,
  { applicationId, memberId }: { readonly applicationId: string | null; readonly memberId: string | null },
): Promise<void> {
  if (memberId && context.actor.memberIds.includes(memberId)) return;
  if (applicationId) await demandReadable(context, { kind: "application", id: applicationId });
  if (memberId) await demandReadable(context, { kind: "member", id: memberId });
}
