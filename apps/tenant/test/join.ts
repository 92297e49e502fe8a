import { approveApplication } from "../src/membership/index.ts";
import { listApplications } from "../src/membership/review.ts";
import { applyByForm, business } from "./apply.ts";
import type { tenantHarness } from "./harness.ts";

/** A member whose application went all the way, with the address its contact signs in by. */
export async function joinedMember(
  tenant: Awaited<ReturnType<typeof tenantHarness>>,
  legalName: string,
  contactEmail: string,
): Promise<{ memberId: string; email: string }> {
  await applyByForm(tenant.visitor(), business({ legalName, contactEmail }));
  const { applications } = await listApplications(tenant.context(), { statuses: ["submitted"] });
  const own = applications.find(({ handedIn }) => handedIn?.legalName === legalName);
  const { member } = await approveApplication(tenant.context(), { applicationId: own?.id ?? "" });
  return { memberId: member.id, email: contactEmail };
}
