import { DomainError } from "@concord/runtime";
import type { Context } from "../context.ts";
import type { Posted } from "../portal/forms.ts";
import { recordApproval, startApproval } from "./record-approval.ts";

const letterTypes = ["application/pdf", "image/png", "image/jpeg"];
const maxLetterBytes = 10 * 1024 * 1024;

/** Records the decision of a posted form; its letter goes into the blob store first. */
export async function recordPostedApproval(context: Context, boardId: string, { values, files }: Posted) {
  await startApproval(context, {});
  const typed = (name: string) => String(values[name] ?? "");
  return recordApproval(context, {
    boardId,
    activityId: typed("activityId"),
    mode: typed("mode"),
    locale: typed("locale"),
    contactHours: typed("contactHours"),
    approvalNumber: typed("approvalNumber"),
    approvedOn: typed("approvedOn"),
    expiresOn: typed("expiresOn"),
    citation: typed("citation"),
    citationUrl: typed("citationUrl"),
    ...(files.letter ? { letter: await keepLetter(context, files.letter) } : {}),
  });
}

async function keepLetter(context: Context, file: File) {
  if (!letterTypes.includes(file.type) || file.size > maxLetterBytes)
    throw new DomainError("request.invalid", "invalid", {}, [
      { pointer: "/letter", code: "education.letter-kind" },
    ]);
  const { sha256 } = await context.tenant.blobs.put(new Uint8Array(await file.arrayBuffer()));
  return { sha256, name: file.name.slice(0, 200), type: file.type };
}
