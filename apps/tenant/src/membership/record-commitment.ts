import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import type { Level } from "../profile/index.ts";
import { demandFile, demandRoom, readUpload, storedFile, yearBefore } from "./file-rules.ts";
import type { ApplicationForm } from "./model.ts";
import { insertFile, type MembershipFile } from "./store-applications.ts";
import { insertRecord } from "./store-commitments.ts";
import { countFilesAdded } from "./store-kept-files.ts";
import { lockMember } from "./store-members.ts";
import { todayOf } from "./today.ts";

/** Judges the file that proves a commitment and keeps its bytes. What is refused is kept nowhere. */
export async function keepEvidence(
  context: Context,
  memberId: string,
  file: File,
): Promise<z.infer<typeof storedFile>> {
  await demandRoomFor(context, memberId);
  const { bytes, ...facts } = await readUpload(file, "/file");
  return { ...facts, ...(await context.tenant.blobs.put(bytes)) };
}

/** Notes that a commitment was kept on a day, with a file that proves it where one is asked for. */
export const recordCommitment = defineCommand({
  name: "membership.record-commitment",
  input: z.object({
    memberId: z.string().startsWith("mem_"),
    commitment: z.string().max(80),
    doneOn: z.iso.date("membership.date"),
    file: storedFile.optional(),
  }),
  load: async (unit, input) => {
    // Held, so that files that come at once are counted one after the other.
    const member = await lockMember(unit.tx, input.memberId);
    if (!member) throw new DomainError("membership.not-found", "not-found");
    return member;
  },
  authorize: (actor, member) => can(actor, "membership:edit", { memberId: member.id }),
  async run(unit, input, member) {
    const level = unit.tenant.profile.membership.levels.find(({ id }) => id === member.level);
    const commitment = level?.commitments.find(({ id }) => id === input.commitment);
    if (!commitment) throw new DomainError("membership.commitment-gone", "not-found");
    if (input.doneOn > todayOf(unit)) refuse("/doneOn", "membership.done-in-future");
    if (commitment.evidence === "upload" && !input.file) refuse("/file", "membership.evidence-missing");
    const fileId = input.file ? await keepFile(unit, member.id, commitment.id, input.file) : null;
    const record = await insertRecord(unit.tx, {
      id: unit.ids.next("rec"),
      memberId: member.id,
      commitment: commitment.id,
      doneOn: input.doneOn,
      fileId,
      recordedAt: unit.clock.now(),
    });
    return {
      result: record,
      audit: {
        action: "membership.commitment-recorded",
        subject: { kind: "member", id: member.id },
        after: { commitment: commitment.id, doneOn: input.doneOn, fileId },
      },
    };
  },
});

/** The evidence that came with an application, as the first records of the new term. */
export async function recordEvidence(
  unit: Unit,
  memberId: string,
  level: Level,
  form: ApplicationForm,
  files: readonly MembershipFile[],
): Promise<void> {
  for (const { id: commitment, evidence } of level.commitments) {
    const file = evidence === "upload" ? files.findLast(({ purpose }) => purpose === commitment) : undefined;
    const doneOn = evidence === "campaign-date" ? form.campaignOn : file && todayOf(unit);
    if (!doneOn) continue;
    await insertRecord(unit.tx, {
      id: unit.ids.next("rec"),
      memberId,
      commitment,
      doneOn,
      fileId: file?.id ?? null,
      recordedAt: unit.clock.now(),
    });
  }
}

async function keepFile(
  unit: Unit,
  memberId: string,
  purpose: string,
  file: z.infer<typeof storedFile>,
): Promise<string> {
  demandFile(file, "/file");
  await demandRoomFor(unit, memberId);
  const id = unit.ids.next("fil");
  await insertFile(unit.tx, {
    ...file,
    id,
    purpose,
    applicationId: null,
    memberId,
    addedAt: unit.clock.now(),
  });
  return id;
}

async function demandRoomFor({ db, clock }: Context, memberId: string): Promise<void> {
  demandRoom(await countFilesAdded(db, memberId, yearBefore(clock.now())), "/file");
}

function refuse(pointer: string, code: string): never {
  throw new DomainError("request.invalid", "invalid", {}, [{ pointer, code }]);
}
