import { normalizeVerificationCode } from "@concord/credentials";
import { DomainError, dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { looksLikeMembershipNumber, standing } from "./model.ts";
import { certificatesOf, findByCode, findCertificate, notValidIndexes } from "./store.ts";

/** Resolves a printed code to every printed fact, for anybody who holds the certificate. */
export const verifyCertificate = defineQuery({
  name: "credentials.verify",
  input: z.object({ code: z.string().trim().min(1, "field.required").max(60, "field.too-big") }),
  load: nothing,
  authorize: () => true,
  async run(context, input) {
    const code = normalizeVerificationCode(input.code);
    const certificate = code === undefined ? undefined : await findByCode(context.db, code);
    if (!certificate) throw notFound(input.code);
    const today = dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now());
    return { certificate, standing: standing(certificate, today) };
  },
});

/** By the look of what was typed, whether there is such a membership or not. */
function notFound(typed: string): DomainError {
  if (!looksLikeMembershipNumber(typed)) return new DomainError("credentials.code-not-found", "not-found");
  const errors = [{ pointer: "/code", code: "credentials.membership-number" }];
  return new DomainError("request.invalid", "invalid", {}, errors);
}

/** A certificate for its holder or the office, to be printed. */
export const readCertificate = defineQuery({
  name: "credentials.read",
  input: z.object({ certificateId: z.string().startsWith("crt_") }),
  load: async (context, input) => {
    const certificate = await findCertificate(context.db, input.certificateId);
    if (!certificate) throw new DomainError("credentials.not-found", "not-found");
    return certificate;
  },
  authorize: (actor, certificate) =>
    can(actor, "credentials:read", { personId: certificate.personId ?? undefined }) ||
    // A member reads its own membership certificate, never its employees' certificates through this door.
    (certificate.kind === "membership" &&
      can(actor, "membership:read", { memberId: certificate.memberId ?? undefined })),
  async run(context, _input, certificate) {
    // Who holds it may not print it anew while it does not hold; the office may, to look at it.
    if (certificate.status !== "valid" && !can(context.actor, "credentials:read"))
      throw new DomainError("credentials.not-valid", "conflict");
    return certificate;
  },
});

/** Positions in the status list whose certificates do not hold now, for anybody. */
export const listNotValid = defineQuery({
  name: "credentials.not-valid",
  input: z.object({}),
  load: nothing,
  authorize: () => true,
  run: (context) => notValidIndexes(context.db),
});

export const listMemberCertificates = defineQuery({
  name: "credentials.of-member",
  input: z.object({ memberId: z.string().startsWith("mem_") }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "membership:read", { memberId: input.memberId }),
  async run(context, input) {
    const all = await certificatesOf(context.db, input);
    return all.filter(({ kind }) => kind === "membership");
  },
});

export const listMyCertificates = defineQuery({
  name: "credentials.mine",
  input: z.object({ personId: z.string().startsWith("per_") }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "credentials:read", { personId: input.personId }),
  run: (context, input) => certificatesOf(context.db, input),
});
