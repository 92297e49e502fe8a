import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { demandTrial } from "../demand-trial.ts";
import { readMailbox } from "../notifications/index.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { linkMailKind } from "./link-mail.ts";
import type { Actor, Sessions } from "./model.ts";

export interface SignedIn {
  readonly actor: Actor;
  readonly cookies: readonly string[];
}

/**
 * Asks for a sign-in link and follows it at once. Only a trial does: there the mail is in a mailbox that everybody
 * may open, so this gives nobody anything that they could not take.
 */
export async function signInAtOnce(
  context: Context,
  sessions: Sessions,
  { email }: { readonly email: string },
): Promise<SignedIn> {
  demandTrial(context);
  await sessions.requestLink({ email, locale: context.locale });
  const mails = await readMailbox(context, { recipient: email });
  const mail = mails.find(({ kind }) => kind === linkMailKind);
  const [, query] = /\/sign-in\/confirm\?(\S+)/.exec(mail?.bodyText ?? "") ?? [];
  const spent = await sessions.spendLink(new URLSearchParams(query).get("token") ?? "");
  // Two at the same moment may find the same message; the later one asks again.
  if (!spent) throw new DomainError("identity.link-spent", "conflict");
  const actor = await completeSignIn(context, spent.email);
  await noteAtOnce({ ...context, actor }, {});
  return { actor, cookies: spent.cookies };
}

const noteAtOnce = defineCommand({
  name: "identity.sign-in-at-once",
  input: z.object({}),
  load: nothing,
  authorize: ({ kind }) => kind === "person",
  run: async ({ actor }) => ({
    result: undefined,
    audit: { action: "identity.signed-in-at-once", subject: { kind: "person", id: actor.id } },
  }),
});
