import { issueRegistry, type JoinRequest, verifyJoinRequest } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import {
  admitMember,
  changesNothing,
  closeEpoch,
  isFingerprintOf,
  retireKey,
  rotateKey,
  setStatus,
  usualRegistryDays,
  type Wanted,
} from "@concord/stewardship";
import type { Region } from "../context.ts";
import { asRefusal } from "./as-refusal.ts";
import { composeRoot } from "./compose-root.ts";
import type { Wish } from "./model.ts";
import { type DeskDocument, readDocument } from "./read-document.ts";
import { type DeskTrust, readTrust, trustOf } from "./read-trust.ts";
import { findRequest } from "./store-requests.ts";

/**
 * Writes the next registry or root that a wish asks for, which nobody has signed yet. `at` (seconds) is when it says that it
 * was written: the same wish at the same time is the same document, so keepers who share a link sign one and the same.
 * Undefined where the registry says so already. Throws what the ceremonies throw, and `desk.fingerprint-differs`,
 * `desk.request-gone`, `desk.request-refused`, `desk.rule-broken`.
 */
export async function composeDraft(
  region: Region,
  wish: Wish,
  at: number,
): Promise<DeskDocument | undefined> {
  const trust = await readTrust(region);
  if (wish.ceremony === "root") return await composeRoot(wish, trust, at);
  const { net, registry } = trust;
  const wanted = await wantedOf(region, wish, trust);
  if (wish.ceremony !== "renew" && changesNothing(registry, wanted)) return undefined;
  const text = await issueRegistry(
    {
      ...{ net, groups: wanted.groups, members: wanted.members },
      after: { version: registry.version, sha256: registry.sha256 },
      ...{ now: new Date(at * 1000), validDays: usualRegistryDays },
    },
    [],
  ).catch(asRefusal);
  return await readDocument(text, trust);
}

type RegistryWish = Exclude<Wish, { ceremony: "root" }>;

async function wantedOf(region: Region, wish: RegistryWish, trust: DeskTrust): Promise<Wanted> {
  const { registry } = trust;
  switch (wish.ceremony) {
    case "add":
      return admitMember(registry, await requestOf(region, wish, trust), wish.group ?? []);
    case "rotate":
      return rotateKey(registry, await requestOf(region, wish, trust), wish.from);
    case "suspend":
      return setStatus(registry, wish.member, "suspended");
    case "readmit":
      return setStatus(registry, wish.member, "active");
    case "leave":
      return setStatus(registry, wish.member, "left");
    case "retire":
      return retireKey(registry, wish.member, { fingerprint: wish.fingerprint, to: wish.to });
    case "close":
      return closeEpoch(registry, wish.member, { seq: wish.seq, head: wish.head, cause: wish.cause });
    case "renew":
      return registry;
  }
}

/** Whoever wrote the request has its key; that this is the member, only a voice that one knows can say. */
async function requestOf(
  { database, clock }: Region,
  { request: id, fingerprint }: { readonly request: string; readonly fingerprint: string },
  trust: DeskTrust,
): Promise<JoinRequest> {
  const waiting = await findRequest(database.db, { id });
  if (!waiting) throw new DomainError("desk.request-gone", "not-found");
  const verdict = await verifyJoinRequest(waiting.signed, trustOf(trust), clock.now());
  if (!verdict.verified) throw new DomainError("desk.request-refused", "invalid", { reason: verdict.reason });
  const { key } = verdict.request;
  if (!isFingerprintOf(fingerprint, key.kid)) {
    throw new DomainError("desk.fingerprint-differs", "invalid", {}, [
      { pointer: "/fingerprint", code: "desk.fingerprint-differs" },
    ]);
  }
  return verdict.request;
}
