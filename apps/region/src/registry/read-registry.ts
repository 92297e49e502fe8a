import {
  type Registry,
  type Root,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import type { Peer } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import type { Region } from "../context.ts";

export interface NetworkTrust {
  readonly root: Root;
  readonly registry: Registry;
}

/**
 * The newest registry that this instance holds, read and verified as any visitor can: from the pinned first root on,
 * through the public calls of the protocol.
 */
export async function readRegistry({ peer, bootstrap }: Region): Promise<NetworkTrust> {
  const root = await newestRoot(peer, bootstrap.rootSha256);
  const text = await fetchText(peer, "/federation/v1/registry");
  const verdict = text === undefined ? undefined : await verifyRegistry(text, root);
  if (!verdict?.verified) throw untrusted(verdict?.reason ?? "unreachable");
  return { root, registry: verdict.registry };
}

async function newestRoot(peer: Peer, rootSha256: string): Promise<Root> {
  const first = await verifyFirstRoot((await fetchText(peer, "/federation/v1/root/1")) ?? "", rootSha256);
  if (!first.verified) throw untrusted(first.reason);
  let { root } = first;
  for (;;) {
    const text = await fetchText(peer, `/federation/v1/root/${root.version + 1}`);
    const next = text === undefined ? undefined : await verifyNextRoot(text, root);
    if (!next?.verified) return root;
    root = next.root;
  }
}

async function fetchText(peer: Peer, path: string): Promise<string | undefined> {
  const response = await peer.routes.request(path);
  return response.ok ? await response.text() : undefined;
}

function untrusted(reason: string): DomainError {
  return new DomainError("registry.untrusted", "unavailable", { reason });
}
