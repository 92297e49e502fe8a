import { access, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { loadOrCreateKeyFile, syncFolder, writeDurably } from "@concord/storage";
import type { NetworkPlace } from "../context.ts";
import { type Asked, asked, writing } from "./joining-folder.ts";

type Keys = Pick<NetworkPlace, "keysDir">;

const files = ({ keysDir }: Keys) => ({
  present: join(keysDir, "feed.json"),
  next: join(keysDir, "next.json"),
  note: join(keysDir, "next-request.json"),
});

/** The key that waits to take the place of the present one; made where there is none. */
export async function nextKey(place: Keys): Promise<SigningKey> {
  return readSigningKey(await loadOrCreateKeyFile(files(place).next, async () => generateSigningKey()));
}

/** What was asked for the key that waits; undefined where none does. */
export async function readRotation(place: Keys): Promise<Asked | undefined> {
  const { next, note } = files(place);
  const text = await readFile(note, "utf8").catch(() => undefined);
  const waits = await access(next).then(
    () => true,
    () => false,
  );
  if (text === undefined || !waits) return undefined;
  const read = asked.safeParse(JSON.parse(text));
  if (!read.success) throw new DomainError("ceremonies.folder-broken", "unavailable", { folder: note });
  return read.data;
}

export async function keepRotation(place: Keys, what: Asked): Promise<void> {
  await writing(place.keysDir, () => writeDurably(files(place).note, `${JSON.stringify(what)}\n`));
}

/** The next key takes the place of the present one, whose file is gone with that: one rename, whole or not at all. */
export async function takeNextKey(place: Keys): Promise<void> {
  const { present, next, note } = files(place);
  await writing(place.keysDir, async () => {
    await rename(next, present);
    await syncFolder(place.keysDir);
    await rm(note, { force: true });
  });
}

/** Forgets a key that never signed anything. */
export async function dropRotation(place: Keys): Promise<void> {
  const { next, note } = files(place);
  await writing(place.keysDir, async () => {
    await rm(note, { force: true });
    await rm(next, { force: true });
  });
}
