import type { Database, Executor, Jobs, Tx } from "@concord/database";
import type { Peer } from "@concord/peer";
import type { Clock, Ids, Locale, Logger } from "@concord/runtime";
import type { BlobStore } from "@concord/storage";
import type { AuditEvent } from "./audit/index.ts";
import type { Actor } from "./identity/index.ts";
import type { Profile } from "./profile/index.ts";

/** Keys and secrets of one instance; they live in files outside the database and its backups. */
export interface TenantSecrets {
  /** Wraps the per-record keys of the audit chain; 32 bytes. */
  readonly auditMasterKey: Uint8Array;
  /** Signs the certificates (RS256), as a PKCS #8 PEM. */
  readonly credentialKeyPem: string;
  /** Signs sessions and CSRF tokens. */
  readonly sessionSecret: string;
}

/** Where an instance keeps its place in the network: files beside its keys, outside the database and its backups. */
export interface NetworkPlace {
  /** Folder of its online keys. */
  readonly keysDir: string;
  /** It is in a network of its own, and may join another one. */
  readonly alone: boolean;
  /** To be called when the files have changed: the instance begins anew with them. */
  changed(): void;
}

/** One state's instance: what every request of it shares. */
export interface Tenant {
  /** Postal code in lower case, the profile's folder name. */
  readonly code: string;
  readonly profile: Profile;
  /** Public base URL without a trailing slash. */
  readonly origin: string;
  /** A trial shows its mail in a mailbox page and may be reset; production refuses both. */
  readonly trial: boolean;
  /** The lobby of the trial it is part of. */
  readonly lobbyUrl?: string;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly blobs: BlobStore;
  readonly peer: Peer;
  readonly place: NetworkPlace;
  readonly secrets: TenantSecrets;
}

/** What one request, job or command works with. It holds values and looks nothing up. */
export interface Context {
  readonly db: Executor;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly actor: Actor;
  readonly log: Logger;
  readonly locale: Locale;
  readonly tenant: Tenant;
}

/** A context inside one transaction: everything a command does through it commits together or not at all. */
export interface Unit extends Context {
  readonly tx: Tx;
  /** During an import: what is audited at its end. */
  readonly auditLater?: AuditEvent[];
}
