import { DomainError } from "@concord/runtime";
import type { NetworkPlace } from "../context.ts";
import { type Asked, hasJoined, type Joining, readJoining } from "./joining-folder.ts";
import { readRotation } from "./rotation-folder.ts";

/** Throws `ceremonies.member-already` for an instance that is in a network with others. */
export async function demandAlone(place: NetworkPlace): Promise<void> {
  if (!place.alone || (await hasJoined(place)))
    throw new DomainError("ceremonies.member-already", "conflict");
}

/** Throws `ceremonies.nothing-begun` where no network was found yet. */
export async function demandJoining(place: NetworkPlace): Promise<Joining> {
  await demandAlone(place);
  const joining = await readJoining(place);
  if (!joining) throw new DomainError("ceremonies.nothing-begun", "conflict");
  return joining;
}

/** Throws `ceremonies.not-a-member` for an instance in a network of its own. */
export async function demandMember(place: NetworkPlace): Promise<void> {
  if (place.alone) throw new DomainError("ceremonies.not-a-member", "conflict");
}

/** Throws `ceremonies.no-key-asked` where no key waits. */
export async function demandRotation(place: NetworkPlace): Promise<Asked> {
  await demandMember(place);
  const asked = await readRotation(place);
  if (!asked) throw new DomainError("ceremonies.no-key-asked", "conflict");
  return asked;
}
