import type { Background } from "./background.ts";
import type { PeerDeps } from "./contract.ts";
import type { MemberClient } from "./member-client.ts";
import type { SigningGuard } from "./signing-guard.ts";
import type { TrustStore } from "./trust-store.ts";

/** What every part of a peer works with; values only. */
export interface PeerContext extends PeerDeps {
  readonly trust: TrustStore;
  readonly client: MemberClient;
  readonly background: Background;
  readonly guard: SigningGuard;
}
