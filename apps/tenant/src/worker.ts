import type { Queue } from "@concord/database";
import { peerQueues } from "@concord/peer";
import { lookAgainCron, lookAgainIfAsked, lookAgainQueue, lookForKeyIfAsked } from "./ceremonies/index.ts";
import type { ContextOf, TenantDeps } from "./compose.ts";
import type { Tenant } from "./context.ts";
import { idempotencyQueue, sweepKeys } from "./idempotency/index.ts";
import { systemActor } from "./identity/index.ts";
import { membershipDayCron, membershipDayQueue, runMembershipDay } from "./membership/index.ts";
import { mailQueue, sendMail } from "./notifications/index.ts";
import { figuresReminderCron, figuresReminderQueue, remindOffice } from "./statistics/index.ts";
import {
  applyByRule,
  applyByRuleQueue,
  forgetFiles,
  forgetFilesQueue,
  networkAlertsCron,
  networkAlertsQueue,
  sweepFiles,
  sweepFilesCron,
  sweepFilesQueue,
  tellOffice,
} from "./syndication/index.ts";

/** Every queue of a tenant, so that all are there before the first job. */
export const tenantQueues: readonly Queue<object>[] = [
  ...peerQueues,
  mailQueue,
  membershipDayQueue,
  idempotencyQueue,
  figuresReminderQueue,
  forgetFilesQueue,
  sweepFilesQueue,
  applyByRuleQueue,
  networkAlertsQueue,
  lookAgainQueue,
];

/** Names what this process does with the jobs. */
export async function registerJobs(deps: TenantDeps, tenant: Tenant, contextOf: ContextOf): Promise<void> {
  const { transport, clock, log } = deps;
  await deps.jobs.work(mailQueue, ({ mailId }) => sendMail({ tenant, transport, clock, log }, mailId));
  await deps.jobs.work(membershipDayQueue, async () => {
    log.info(await runMembershipDay(contextOf(systemActor("membership-day"), "en")), "membership day");
  });
  await deps.jobs.schedule(membershipDayQueue, membershipDayCron);
  await deps.jobs.work(forgetFilesQueue, ({ sha256s }) => forgetFiles(tenant, sha256s));
  await deps.jobs.work(sweepFilesQueue, async () => {
    log.info({ swept: await sweepFiles(tenant) }, "files that nothing refers to");
  });
  await deps.jobs.schedule(sweepFilesQueue, sweepFilesCron);
  await deps.jobs.work(applyByRuleQueue, async (update) => {
    await applyByRule(contextOf(systemActor("syndication"), tenant.profile.locales.default), update);
  });
  await deps.jobs.work(networkAlertsQueue, async () => {
    await tellOffice(contextOf(systemActor("network-watch"), tenant.profile.locales.default));
  });
  await deps.jobs.schedule(networkAlertsQueue, networkAlertsCron);
  await deps.jobs.work(lookAgainQueue, async () => {
    const context = contextOf(systemActor("ceremonies"), tenant.profile.locales.default);
    await lookAgainIfAsked(context);
    await lookForKeyIfAsked(context);
  });
  await deps.jobs.schedule(lookAgainQueue, lookAgainCron);
  await deps.jobs.work(idempotencyQueue, () => sweepKeys(tenant.database.db, clock));
  await deps.jobs.schedule(idempotencyQueue, "40 9 * * *");
  await deps.jobs.work(figuresReminderQueue, () =>
    remindOffice(contextOf(systemActor("figures-reminder"), tenant.profile.locales.default)),
  );
  await deps.jobs.schedule(figuresReminderQueue, figuresReminderCron);
}
