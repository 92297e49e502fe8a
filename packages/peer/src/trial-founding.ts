import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  foundNetwork,
  generateSigningKey,
  issueRegistry,
  newMember,
  type Reason,
  type Registry,
  type RegistryMember,
  type Root,
  readSigningKey,
  type SigningKey,
  type Trust,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { type Clock, DomainError } from "@concord/runtime";
import { loadOrCreateKeyFile } from "@concord/storage";
import type { Bootstrap } from "./bootstrap.ts";

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
  const [offlineKeys, registryKeys] = await Promise.all([
    trialKeys(folder, "root"),
    trialKeys(folder, "registry"),
  ]);
  const rootFile = join(folder, "root.json");
  if (!(await exists(rootFile))) {
    const rules = { offlineKeys: opened(offlineKeys), threshold: 2, registryThreshold: 2 };
    const founded = await foundNetwork({
      ...{ ...rules, registryKeys: opened(registryKeys) },
      ...{ now: clock.now(), validDays: rootDays },
    });
    await put(join(folder, "network.json"), JSON.stringify({ rootSha256: founded.rootSha256 }));
    await put(rootFile, founded.root);
  }
  await renewRegistry(folder, members, opened(registryKeys), clock);
  return readBootstrap(folder);
}

/** The keys of a trial's three made-up keepers for one role, as private JWK text; made where they are missing. */
export async function trialKeys(folder: string, role: "root" | "registry"): Promise<string[]> {
  await mkdir(join(folder, "keys"), { recursive: true, mode: 0o700 });
  const path = (number: number) => join(folder, "keys", `${role}-${number}.json`);
  return await Promise.all(
    [1, 2, 3].map((number) => loadOrCreateKeyFile(path(number), async () => generateSigningKey())),
  );
}

const opened = (keys: readonly string[]): SigningKey[] => keys.map(readSigningKey);

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

/** Keeps what is in force where `readBootstrap` finds it at the next start. */
export async function keepBootstrap(
  folder: string,
  { root, registry }: Pick<Trust, "root" | "registry">,
): Promise<void> {
  for (let one: Root | undefined = root; one && one.version > 1; one = one.before) {
    await put(join(folder, `root-${one.version}.json`), one.text);
  }
  await put(join(folder, "registry.json"), registry.text);
}

async function readLaterRoots(folder: string): Promise<string[]> {
  const roots: string[] = [];
  for (let version = 2; await exists(join(folder, `root-${version}.json`)); version += 1) {
    roots.push(await readFile(join(folder, `root-${version}.json`), "utf8"));
  }
  return roots;
}

/** Members whom people added stay; who they are is theirs to say. Where the keys were changed, so is the rest. */
async function renewRegistry(
  folder: string,
  members: readonly TrialMember[],
  keys: readonly SigningKey[],
  clock: Clock,
): Promise<void> {
  const file = join(folder, "registry.json");
  const { root, held } = await readTrust(folder);
  const signing = keys.filter(({ kid }) => root.registry.keys.some((key) => key.kid === kid));
  if (signing.length < root.registry.threshold) return;
  const listed = members.map(
    (member) => held?.members.find((one) => sameMember(one, member)) ?? newMember(member),
  );
  const others = held?.members.filter(({ code }) => !members.some((member) => member.code === code)) ?? [];
  const wanted = [...listed, ...others];
  const current = held && JSON.stringify(held.members) === JSON.stringify(wanted);
  const now = clock.now();
  if (current && held.exp > now.getTime() / 1000 + renewWithinDays * daySeconds) return;
  const codes = wanted.map(({ code }) => code);
  const southeast = "southeast";
  const made = held?.groups.filter(({ code }) => code !== southeast && code !== "all") ?? [];
  const tenants = wanted.filter(({ roles }) => roles.includes("tenant")).map(({ code }) => code);
  const text = await issueRegistry(
    {
      net: root.net,
      groups: [
        { code: southeast, name: "Southeast", members: tenants },
        { code: "all", name: "All members", members: codes },
        ...made,
      ],
      members: wanted,
      ...(held ? { after: { version: held.version, sha256: held.sha256 } } : {}),
      now,
      validDays: registryDays,
    },
    signing.slice(0, root.registry.threshold),
  );
  await put(file, text);
}

/** What the folder holds, verified: the newest root, and the registry where there is one. */
async function readTrust(folder: string): Promise<{ root: Root; held?: Registry }> {
  const { rootSha256 } = JSON.parse(await readFile(join(folder, "network.json"), "utf8"));
  const first = await verifyFirstRoot(await readFile(join(folder, "root.json"), "utf8"), rootSha256);
  if (!first.verified) throw refusedBootstrap(first.reason);
  let { root } = first;
  for (const text of await readLaterRoots(folder)) {
    const next = await verifyNextRoot(text, root);
    if (!next.verified) throw refusedBootstrap(next.reason);
    root = next.root;
  }
  const file = join(folder, "registry.json");
  if (!(await exists(file))) return { root };
  const verdict = await verifyRegistry(await readFile(file, "utf8"), root);
  if (!verdict.verified) throw refusedBootstrap(verdict.reason);
  return { root, held: verdict.registry };
}

const refusedBootstrap = (reason: Reason) =>
  new DomainError("peer.bootstrap-refused", "unavailable", { reason });

function sameMember(held: RegistryMember, member: TrialMember): boolean {
  const keys = held.epochs.flatMap((epoch) => epoch.keys.map(({ jwk }) => jwk.kid));
  return held.code === member.code && held.baseUrl === member.baseUrl && keys.includes(member.key.kid);
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
