import type { trialNetwork } from "../trial-network.ts";

export type Harness = Awaited<ReturnType<typeof trialNetwork>>["tenants"][number];

/** Signs in as a person does and hands the cookies over. */
export async function signedIn(tenant: Harness, email: string): Promise<string> {
  const visitor = tenant.visitor();
  await visitor.signIn(email);
  return visitor.cookies;
}

/** An item of another office that waits to be decided. */
