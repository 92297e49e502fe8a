import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bootstrap, foundTrialNetwork, readBootstrap, type TrialMember } from "@concord/peer";
import type { Clock } from "@concord/runtime";
import { joinedFolder } from "../ceremonies/index.ts";
import type { TenantConfig } from "../config.ts";

/** Which network an instance is in, and since when it may leave it. */
export interface FoundPlace {
  readonly bootstrap: Bootstrap;
  /** A network of its own, until it joins one. */
  readonly alone: boolean;
  /** The id of the network that it is or was alone in; undefined where it never was. */
  readonly ownNetwork: string | undefined;
}

type Folders = Pick<TenantConfig, "keysDir" | "NETWORK_DIR">;

/** The network that it was told of, else the one that it joined through its pages, else one of its own. */
export async function findPlace(folders: Folders, itself: TrialMember, clock: Clock): Promise<FoundPlace> {
  const own = join(folders.keysDir, "network");
  const joined = folders.NETWORK_DIR ?? joinedFolder(folders.keysDir);
  const pinned = folders.NETWORK_DIR !== undefined || (await textOf(join(joined, "network.json"))) !== "";
  const bootstrap = pinned ? await readBootstrap(joined) : await foundTrialNetwork(own, [itself], clock);
  const hasOwn = (await textOf(join(own, "network.json"))) !== "";
  const ownNetwork = hasOwn ? (await readBootstrap(own)).rootSha256 : undefined;
  return { bootstrap, alone: !pinned, ownNetwork };
}

/** Changes when the instance has joined a network or has another key: what runs with the old ones must begin anew. */
export async function placeMark({ keysDir }: Folders): Promise<string> {
  const files = [join(joinedFolder(keysDir), "network.json"), join(keysDir, "feed.json")];
  return (await Promise.all(files.map(textOf))).join("\n");
}

/** Nothing where there is no such file. */
function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
