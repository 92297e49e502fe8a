import { personName } from "./firm-names.ts";
import { chanceFrom } from "./random.ts";

/** A made-up person whom the lobby lets anybody sign in as. */
export interface TrialPerson {
  readonly role: "officer" | "member" | "licensee";
  readonly email: string;
  readonly name: string;
}

/**
 * The trial sign-ins of one state; names differ by state, addresses are under the reserved `.example`. A trial without
 * data has no member and nobody with a license: only its officers can sign in.
 */
export function trialPeople(code: string, { empty = false } = {}): TrialPerson[] {
  const chance = chanceFrom(`people of ${code}`);
  const people: TrialPerson[] = [
    { role: "officer", email: `officer@${code}.example`, name: personName(chance) },
    { role: "member", email: `member@${code}.example`, name: personName(chance) },
    { role: "licensee", email: `nurse@${code}.example`, name: personName(chance) },
  ];
  return people.filter(({ role }) => role === "officer" || !empty);
}
