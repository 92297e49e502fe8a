import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { can, systemActor } from "../identity/index.ts";
import { type Member, readMember } from "../membership/index.ts";
import { withTrainings } from "./catalogue.ts";
import { type Adoption, adoptionId, progressOf } from "./model.ts";
import { assessmentsOf, findAdoption, lockAdoption, stepsOf } from "./store-adoptions.ts";
import { policiesOf } from "./store-policies.ts";
import { findToolkit } from "./store-toolkits.ts";

/** A member's own work with a toolkit: only its people see answers, results and policies. */
export const readAdoption = defineQuery({
  name: "toolkits.read-adoption",
  input: z.object({ adoptionId }),
  load: (context, input) => knownAdoption(context, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(context, _input, adoption) {
    const [member, read, steps, assessments, policies] = await Promise.all([
      memberOf(context, adoption),
      toolkitOf(context, adoption),
      stepsOf(context.db, [adoption.id]),
      assessmentsOf(context.db, adoption.id),
      policiesOf(context.db, adoption.id),
    ]);
    const progress = progressOf(read.toolkit.stepIds, steps);
    return { adoption, member, ...read, steps, assessments, policies, progress };
  },
});

export type OpenAdoption = Awaited<ReturnType<typeof readAdoption>>;

export async function knownAdoption(scope: Context, id: string): Promise<Adoption> {
  const adoption = await findAdoption(scope.db, id);
  if (!adoption) throw new DomainError("toolkits.adoption-not-found", "not-found");
  return adoption;
}

/** For commands: the adoption, held until the transaction ends. */
export async function heldAdoption(unit: Unit, id: string): Promise<Adoption> {
  const adoption = await lockAdoption(unit.tx, id);
  if (!adoption) throw new DomainError("toolkits.adoption-not-found", "not-found");
  return adoption;
}

/** The member whose work it is. Who may do this work, such as a program, need not be allowed to read memberships. */
export async function memberOf(scope: Context, { memberId }: Adoption): Promise<Member> {
  const { member } = await readMember({ ...scope, actor: systemActor("toolkits") }, { memberId });
  return member;
}

export async function toolkitOf(scope: Context, adoption: Adoption) {
  const stored = await findToolkit(scope.db, adoption.toolkitId);
  if (!stored) throw new DomainError("toolkits.not-found", "not-found");
  return withTrainings(scope, stored);
}
