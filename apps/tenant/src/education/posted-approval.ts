import type { Context } from "../context.ts";
import type { Posted } from "../portal/forms.ts";
import { keepLetter } from "./letters.ts";
import { recordApproval, startApproval } from "./record-approval.ts";

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
