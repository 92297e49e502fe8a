import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { todayOf } from "./board-of.ts";
import { type Counting, countingOf } from "./credit-model.ts";
import { jurisdiction, type License, licenseNumber } from "./license-model.ts";
import {
  countLicenses,
  deleteLicense,
  findLicense,
  insertLicense,
  licensesOf,
  listApprovals,
} from "./store.ts";
import { creditsOfPerson } from "./store-rosters.ts";

const personId = z.string().startsWith("per_");
const most = 20;

/** Adds a license. Its number is checked by its form; no Social Security number is ever taken. */
export const addLicense = defineCommand({
  name: "education.add-license",
  input: z.object({
    personId,
    jurisdiction,
    boardId: z.string().max(80).default(""),
    profession: z.string().max(80).default(""),
    number: licenseNumber,
  }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "learning:take", { personId: input.personId }),
  async run(unit, input) {
    const { profile } = unit.tenant;
    const board = profile.boards.find(({ id }) => id === input.boardId);
    const known = board?.professions.some(({ id }) => id === input.profession);
    if (input.jurisdiction === profile.code && !known)
      throw new DomainError("request.invalid", "invalid", {}, [
        { pointer: "/profession", code: "field.required" },
      ]);
    if ((await countLicenses(unit.tx, input.personId)) >= most)
      throw new DomainError("education.too-many-licenses", "conflict", { most });
    const license: License = { ...input, id: unit.ids.next("lic"), createdAt: unit.clock.now() };
    if (!(await insertLicense(unit.tx, license)))
      throw new DomainError("education.license-known", "conflict");
    return {
      result: license,
      audit: {
        action: "education.license-added",
        subject: { kind: "license", id: license.id },
        after: license,
      },
    };
  },
});

/** Removes a license; credit earned with it stays. */
export const removeLicense = defineCommand({
  name: "education.remove-license",
  input: z.object({ licenseId: z.string().startsWith("lic_") }),
  load: async (unit, input) => {
    const license = await findLicense(unit.tx, input.licenseId);
    if (!license) throw new DomainError("education.license-not-found", "not-found");
    return license;
  },
  authorize: (actor, license) => can(actor, "learning:take", { personId: license.personId }),
  async run(unit, _input, license) {
    await deleteLicense(unit.tx, license.id);
    return {
      result: undefined,
      audit: {
        action: "education.license-removed",
        subject: { kind: "license", id: license.id },
        before: license,
      },
    };
  },
});

/** A person's own licenses and the credit earned with them. */
export const readLicenses = defineQuery({
  name: "education.licenses",
  input: z.object({ personId }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "learning:take", { personId: input.personId }),
  async run(context, { personId: id }) {
    const [mine, earned] = await Promise.all([licensesOf(context.db, id), creditsOfPerson(context.db, id)]);
    return { licenses: mine, credits: earned, counting: await countingFor(context, mine) };
  },
});

/** What counts for each license today, so that nobody finds out at the end. */
async function countingFor(
  context: Context,
  held: readonly License[],
): Promise<ReadonlyMap<string, Counting>> {
  const today = todayOf(context);
  const found = await Promise.all(
    held.map(async ({ id, jurisdiction: issuedBy, boardId }): Promise<[string, Counting]> => {
      if (issuedBy !== context.tenant.code) return [id, "other-state"];
      return [id, countingOf(await listApprovals(context.db, { boardId }), today)];
    }),
  );
  return new Map(found);
}
