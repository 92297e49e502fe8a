import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  foundNetwork,
  generateSigningKey,
  issueRegistry,
  newMember,
  type Registry,
  type RegistryMember,
  readSigningKey,
  type SigningKey,
  verifyFirstRoot,
  verifyRegistry,
} from "@concord/federation";
import { type Clock, DomainError } from "@concord/runtime";
import { loadOrCreateKeyFile } from "@concord/storage";
import type { Bootstrap } from "./contract.ts";

export interface TrialMember {
  readonly code: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly roles: RegistryMember["roles"];
  readonly key: SigningKey["publicJwk"];
}

const rootDays = 3650;
const registryDays = 365;
const renewWithinDays = 60;
const daySeconds = 86_400;

/**
 * Founds a network for a trial, or for one instance alone, in a folder: `root.json`, `registry.json` and, beside
 * them, the keys that a real network's founders keep offline and apart. A later call keeps the root and issues a
 * registry only where the members changed or it soon expires.
 */
export async function foundTrialNetwork(
  folder: string,
  members: readonly TrialMember[],
  clock: Clock,
): Promise<Bootstrap> {
  await mkdir(join(folder, "keys"), { recursive: true, mode: 0o700 });
  const keys = (role: string) =>
    Promise.all([1, 2, 3].map((number) => signingKey(join(folder, "keys", `${role}-${number}.json`))));
  const [offlineKeys, registryKeys] = await Promise.all([keys("root"), keys("registry")]);
  const rootFile = join(folder, "root.json");
  if (!(await exists(rootFile))) {
    const rules = { offlineKeys, threshold: 2, registryKeys, registryThreshold: 2 };
    const founded = await foundNetwork({ ...rules, now: clock.now(), validDays: rootDays });
    await put(join(folder, "network.json"), JSON.stringify({ rootSha256: founded.rootSha256 }));
    await put(rootFile, founded.root);
  }
  await renewRegistry(folder, members, registryKeys, clock);
  return readBootstrap(folder);
}

/** Reads what an instance is given: `network.json` (the pin), `root.json`, `root-2.json` and so on, `registry.json`. */
export async function readBootstrap(folder: string): Promise<Bootstrap> {
  try {
    const read = (name: string) => readFile(join(folder, name), "utf8");
    const [pin, root, registry] = await Promise.all([
      read("network.json"),
      read("root.json"),
      read("registry.json"),
    ]);
    const { rootSha256 }: { rootSha256: string } = JSON.parse(pin);
    return { rootSha256, root, registry, laterRoots: await readLaterRoots(folder) };
  } catch {
    throw new DomainError("peer.bootstrap-unreadable", "unavailable", { folder });
  }
}

async function readLaterRoots(folder: string): Promise<string[]> {
  const roots: string[] = [];
  for (let version = 2; await exists(join(folder, `root-${version}.json`)); version += 1) {
    roots.push(await readFile(join(folder, `root-${version}.json`), "utf8"));
  }
  return roots;
}

async function renewRegistry(
  folder: string,
  members: readonly TrialMember[],
  keys: readonly SigningKey[],
  clock: Clock,
): Promise<void> {
  const file = join(folder, "registry.json");
  const net = JSON.parse(await readFile(join(folder, "network.json"), "utf8")).rootSha256;
  const held = (await exists(file)) ? await verified(folder, net, await readFile(file, "utf8")) : undefined;
  const wanted = members.map(
    (member) => held?.members.find((one) => sameMember(one, member)) ?? newMember(member),
  );
  const current = held && JSON.stringify(held.members) === JSON.stringify(wanted);
  const now = clock.now();
  if (current && held.exp > now.getTime() / 1000 + renewWithinDays * daySeconds) return;
  const codes = wanted.map(({ code }) => code);
  const tenants = wanted.filter(({ roles }) => roles.includes("tenant")).map(({ code }) => code);
  const text = await issueRegistry(
    {
      net,
      groups: [
        { code: "southeast", name: "Southeast", members: tenants },
        { code: "all", name: "All members", members: codes },
      ],
      members: wanted,
      ...(held ? { after: { version: held.version, sha256: held.sha256 } } : {}),
      now,
      validDays: registryDays,
    },
    keys.slice(0, 2),
  );
  await put(file, text);
}

async function verified(folder: string, net: string, text: string): Promise<Registry> {
  const root = await verifyFirstRoot(await readFile(join(folder, "root.json"), "utf8"), net);
  const verdict = root.verified ? await verifyRegistry(text, root.root) : root;
  if (verdict.verified) return verdict.registry;
  throw new DomainError("peer.bootstrap-refused", "unavailable", { reason: verdict.reason });
}

function sameMember(held: RegistryMember, member: TrialMember): boolean {
  const keys = held.epochs.flatMap((epoch) => epoch.keys.map(({ jwk }) => jwk.kid));
  return held.code === member.code && held.baseUrl === member.baseUrl && keys.includes(member.key.kid);
}

async function signingKey(path: string): Promise<SigningKey> {
  return readSigningKey(await loadOrCreateKeyFile(path, async () => generateSigningKey()));
}

/** Whole or not at all: a killed process leaves no half file. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
