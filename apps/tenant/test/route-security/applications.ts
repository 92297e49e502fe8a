import { listApplications } from "../../src/membership/review.ts";
import { applyByForm, business } from "../apply.ts";
import type { Harness } from "./signed-in.ts";

/** An application that the office has not looked at yet. */
export async function submittedApplication(tenant: Harness, legalName: string): Promise<string> {
  await applyByForm(tenant.visitor(), business({ legalName, contactEmail: "applicant@firm.example" }));
  const { applications } = await listApplications(tenant.context(), { statuses: ["submitted"] });
  const found = applications.find(({ form, handedIn }) => (handedIn ?? form).legalName === legalName);
  if (!found) throw new Error(`no application of ${legalName}`);
  return found.id;
}
