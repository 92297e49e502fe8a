import { dayIn } from "@concord/runtime";
import type { Context, Unit } from "../context.ts";
import { type Certificate, issueCompletionCertificate } from "../credentials/index.ts";
import { textIn } from "../profile/index.ts";
import { boardOf } from "./board-of.ts";
import { type CreditVerdict, doesItCount } from "./credit-model.ts";
import type { License } from "./license-model.ts";
import { messages } from "./messages.ts";
import type { Activity, Approval, DeliveryMode } from "./model.ts";
import { licensesOf, listApprovals } from "./store.ts";
import { insertUnclaimed } from "./store-claims.ts";
import { hasCredit, insertCredit } from "./store-rosters.ts";

export interface Completion {
  readonly personId: string | null;
  /** Whether that person was signed in when it was finished; an address that was only typed proves nobody. */
  readonly proven: boolean;
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
 * Whoever only typed an address gets one without credit; the person of that address may claim it (`claimCredit`).
 */
export async function certifyCompletion(unit: Unit, completion: Completion): Promise<Certificate[]> {
  const { personId, proven } = completion;
  if (personId === null || !proven) {
    const plain = await issue(unit, completion);
    if (personId !== null) await keepUnclaimed(unit, { ...completion, personId });
    return [plain];
  }
  const { credited, earnedBefore } = await issueCredit(unit, { ...completion, personId });
  return credited.length > 0 ? credited : [await issue(unit, completion, { earnedBefore })];
}

/** One certificate for each license for which a completion counts and which has no credit for the approval yet. */
export async function issueCredit(unit: Unit, completion: Completion & { readonly personId: string }) {
  const credited: Certificate[] = [];
  let earnedBefore = false;
  for (const { license, verdict } of await judgeLicenses(unit, completion)) {
    if (!verdict.counts) continue;
    const { approval } = verdict;
    if (await hasCredit(unit.tx, license, approval.id)) earnedBefore = true;
    else credited.push(await issueWith(unit, completion, { license, approval, verdict }));
  }
  return { credited, earnedBefore };
}

/** What each license of a person says to something they finished. */
export async function judgeLicenses(
  context: Context,
  completion: Pick<Completion, "activity" | "mode" | "locale" | "completedAt"> & {
    readonly personId: string;
  },
): Promise<{ license: License; verdict: CreditVerdict }[]> {
  const { personId, activity, mode, locale } = completion;
  const { profile } = context.tenant;
  const held = await licensesOf(context.db, personId);
  const approvals = held.length === 0 ? [] : await listApprovals(context.db, { activity });
  const on = dayOf(context, completion);
  return held.map((license) => ({
    license,
    verdict: doesItCount({ license, activity, mode, locale, on }, approvals, profile),
  }));
}

interface Counted {
  readonly license: License;
  readonly approval: Approval;
  readonly verdict: Extract<CreditVerdict, { counts: true }>;
}

async function issueWith(unit: Unit, completion: Completion, counted: Counted): Promise<Certificate> {
  const { license, approval } = counted;
  const certificate = await issue(unit, completion, { credit: creditFacts(unit, completion, counted) });
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
    completedOn: dayOf(unit, completion),
    certificateId: certificate.id,
    rosterId: null,
    createdAt: unit.clock.now(),
  });
  return certificate;
}

function issue(
  unit: Unit,
  completion: Completion,
  { credit, earnedBefore }: { credit?: ReturnType<typeof creditFacts>; earnedBefore?: boolean } = {},
): Promise<Certificate> {
  const { personId, memberId, holder, activity, title, locale, minutes, attribution } = completion;
  const { profile } = unit.tenant;
  return issueCompletionCertificate(unit, {
    personId,
    memberId,
    locale,
    facts: {
      kind: "completion",
      holder,
      title,
      activity: activity.kind,
      completedOn: dayOf(unit, completion),
      minutes,
      provider: `${textIn(profile.program.name, locale)}, ${textIn(profile.office.name, locale)}`,
      ...(attribution ? { attribution } : {}),
      ...(credit ? { credit } : {}),
      ...(earnedBefore ? { earnedBefore } : {}),
    },
  });
}

function creditFacts(unit: Unit, completion: Completion, { license, approval, verdict }: Counted) {
  const board = boardOf(unit, license.boardId);
  return {
    boardId: board.id,
    boardName: board.name,
    licenseNumber: license.number,
    contactHours: approval.contactHours,
    approvalNumber: approval.approvalNumber,
    deliveryFormat: messages.in(completion.locale)(`mode.${approval.mode}`),
    ...(verdict.citation ? { citation: verdict.citation } : {}),
    ...(board.retentionYears ? { retentionYears: board.retentionYears } : {}),
  };
}

async function keepUnclaimed(
  unit: Unit,
  { proven: _typed, ...completion }: Completion & { readonly personId: string },
): Promise<void> {
  await insertUnclaimed(unit.tx, {
    ...completion,
    id: unit.ids.next("cmp"),
    attribution: completion.attribution ?? null,
    claimedAt: null,
  });
}

function dayOf(
  { tenant }: Pick<Context, "tenant">,
  { completedAt }: Pick<Completion, "completedAt">,
): string {
  return dayIn(tenant.profile.jurisdiction.timeZones.default, completedAt);
}
