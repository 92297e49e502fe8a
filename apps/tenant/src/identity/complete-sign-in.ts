import type { Context } from "../context.ts";
import { ensurePerson } from "./ensure-person.ts";
import { type Actor, systemActor } from "./model.ts";
import { actorOf } from "./resolve-actor.ts";

/** Whoever proved an address is a person of this program from then on, with the roles already given to it. */
export async function completeSignIn(context: Context, email: string): Promise<Actor> {
  const person = await ensurePerson(
    { ...context, actor: systemActor("sign-in") },
    { email, locale: context.locale },
  );
  return actorOf(context.db, person);
}
