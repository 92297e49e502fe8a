import { access, mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Bootstrap, pinNetwork, readBootstrap } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { syncFolder, writeDurably } from "@concord/storage";
import { z } from "zod";
import type { NetworkPlace } from "../context.ts";
import { standings } from "./model.ts";

/** A request that was signed, and how it stands. */
export const asked = z.object({
  /** As signed. */
  request: z.string(),
  /** The key that is asked for. */
  kid: z.string(),
  at: z.coerce.date(),
  /** Handed to the network's desk, and not only written to a file. */
  sent: z.boolean(),
  standing: z.enum(standings).optional(),
  lookedAt: z.coerce.date().optional(),
});

const note = z.object({
  /** The origin where the network was found. */
  address: z.string(),
  asked: asked.optional(),
});

export type Asked = z.infer<typeof asked>;

/** How far an instance has come that is joining a network: its pin and documents, and what was asked. */
export interface Joining {
  readonly address: string;
  readonly bootstrap: Bootstrap;
  readonly asked?: Asked | undefined;
}

type Keys = Pick<NetworkPlace, "keysDir">;

/** The network that an instance joined through its pages: what NETWORK_DIR is for one that was told of it. */
export function joinedFolder(keysDir: string): string {
  return join(keysDir, "joined");
}

const joiningFolder = ({ keysDir }: Keys) => join(keysDir, "joining");
const noteFile = "request.json";

/** Undefined where nothing was begun. */
export async function readJoining(place: Keys): Promise<Joining | undefined> {
  const folder = joiningFolder(place);
  const text = await readFile(join(folder, noteFile), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const read = note.safeParse(JSON.parse(text));
  if (!read.success) throw new DomainError("ceremonies.folder-broken", "unavailable", { folder });
  return { ...read.data, bootstrap: await readBootstrap(folder) };
}

/** The note comes last: with it the documents are there. */
export async function keepJoining(place: Keys, joining: Joining): Promise<void> {
  const folder = joiningFolder(place);
  const { bootstrap, ...rest } = joining;
  await writing(folder, async () => {
    await pinNetwork(folder, bootstrap);
    await writeDurably(join(folder, noteFile), `${JSON.stringify(rest)}\n`);
  });
}

export async function dropJoining(place: Keys): Promise<void> {
  const folder = joiningFolder(place);
  await writing(folder, () => rm(folder, { recursive: true, force: true }));
}

/** Whether the instance has joined, though this process may not have begun anew yet. */
export function hasJoined({ keysDir }: Keys): Promise<boolean> {
  return access(join(joinedFolder(keysDir), "network.json")).then(
    () => true,
    () => false,
  );
}

/** From now on the instance is in that network: one rename, whole or not at all. A second process finds it done. */
export async function keepJoined(place: Keys, bootstrap: Bootstrap): Promise<void> {
  const [from, to] = [joiningFolder(place), joinedFolder(place.keysDir)];
  if (await hasJoined(place)) return;
  await writing(to, async () => {
    await mkdir(from, { recursive: true, mode: 0o700 });
    await pinNetwork(from, bootstrap);
    await rename(from, to);
    await syncFolder(place.keysDir);
  });
}

/** Throws `ceremonies.folder-unwritable`. */
export async function writing(folder: string, work: () => Promise<void>): Promise<void> {
  await work().catch(() => {
    throw new DomainError("ceremonies.folder-unwritable", "unavailable", { folder });
  });
}
