import { dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Unit } from "../context.ts";
import { type Certificate, issueCompletionCertificate } from "../credentials/index.ts";
import { textIn } from "../profile/index.ts";
import { boardOf, todayOf } from "./approvals.ts";
import { messages } from "./messages.ts";
import {
  type Activity,
  type Approval,
  activityId,
  activityOf,
  type DeliveryMode,
  deliveryModes,
  doesItCount,
  jurisdiction,
  type License,
} from "./model.ts";
import { licensesOf, listApprovals } from "./store.ts";
import { insertCredit } from "./store-rosters.ts";

/** "Does this count for my license?", for anybody, before registering. */
export const askCredit = defineQuery({
  name: "education.ask-credit",
  input: z.object({
    activityId,
    jurisdiction,
    boardId: z.string().max(80).default(""),
    profession: z.string().max(80).default(""),
    mode: z.enum(deliveryModes),
    locale: z.string().max(10),
  }),
  load: nothing,
  authorize: () => true,
  async run(context, { activityId: id, ...input }) {
    const activity = activityOf(id);
    const approvals = await listApprovals(context.db, { activity });
    const { jurisdiction: issuedBy, boardId, profession, mode, locale } = input;
    return doesItCount(
      {
        license: { jurisdiction: issuedBy, boardId, profession },
        activity,
        mode,
        locale,
        on: todayOf(context),
      },
      approvals,
      context.tenant.profile,
    );
  },
});

export interface Completion {
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly holder: string;
  readonly activity: Activity;
  readonly title: string;
  readonly mode: DeliveryMode;
  /** The language it was taken in; approvals are for one language. */
  readonly locale: string;
  readonly minutes: number;
  readonly completedAt: Date;
  readonly attribution?: string | undefined;
}

/**
 * Issues the certificates of a completion within the caller's transaction and under its audit: one for each of
 * the person's licenses for which it counts, with the license and the board's hours, or else one without credit.
 */
export async function certifyCompletion(unit: Unit, completion: Completion): Promise<Certificate[]> {
  const { personId, activity, mode, locale } = completion;
  const { profile } = unit.tenant;
  const on = dayIn(profile.jurisdiction.timeZones.default, completion.completedAt);
  const held = personId === null ? [] : await licensesOf(unit.tx, personId);
  const approvals = held.length === 0 ? [] : await listApprovals(unit.tx, { activity });
  const counted = held.flatMap((license) => {
    const verdict = doesItCount({ license, activity, mode, locale, on }, approvals, profile);
    return verdict.counts ? [{ license, approval: verdict.approval }] : [];
  });
  if (counted.length === 0) return [await issue(unit, completion, on)];
  const certificates: Certificate[] = [];
  for (const credit of counted) certificates.push(await issue(unit, completion, on, credit));
  return certificates;
}

interface Counted {
  readonly license: License;
  readonly approval: Approval;
}

async function issue(
  unit: Unit,
  completion: Completion,
  on: string,
  counted?: Counted,
): Promise<Certificate> {
  const { personId, memberId, holder, activity, title, locale, minutes, attribution } = completion;
  const { profile } = unit.tenant;
  const certificate = await issueCompletionCertificate(unit, {
    personId,
    memberId,
    locale,
    facts: {
      kind: "completion",
      holder,
      title,
      activity: activity.kind,
      completedOn: on,
      minutes,
      provider: `${textIn(profile.program.name, locale)}, ${textIn(profile.office.name, locale)}`,
      ...(attribution ? { attribution } : {}),
      ...(counted ? { credit: creditFacts(unit, completion, counted) } : {}),
    },
  });
  if (counted) await keepCredit(unit, completion, on, counted, certificate.id);
  return certificate;
}

function creditFacts(unit: Unit, completion: Completion, { license, approval }: Counted) {
  const board = boardOf(unit, license.boardId);
  return {
    boardId: board.id,
    boardName: board.name,
    licenseNumber: license.number,
    contactHours: approval.contactHours,
    approvalNumber: approval.approvalNumber,
    deliveryFormat: messages.in(completion.locale)(`mode.${approval.mode}`),
    ...(board.retentionYears ? { retentionYears: board.retentionYears } : {}),
  };
}

async function keepCredit(
  unit: Unit,
  completion: Completion,
  on: string,
  { license, approval }: Counted,
  certificateId: string,
): Promise<void> {
  await insertCredit(unit.tx, {
    id: unit.ids.next("crd"),
    personId: license.personId,
    licenseId: license.id,
    boardId: license.boardId,
    profession: license.profession,
    licenseNumber: license.number,
    holder: completion.holder,
    activity: completion.activity,
    title: completion.title,
    mode: completion.mode,
    locale: completion.locale,
    contactHours: approval.contactHours,
    approvalId: approval.id,
    approvalNumber: approval.approvalNumber,
    completedOn: on,
    certificateId,
    rosterId: null,
    createdAt: completion.completedAt,
  });
}
