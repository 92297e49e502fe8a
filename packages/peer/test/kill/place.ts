import type { Bootstrap } from "../../src/index.ts";

/** What a member's process is started with. */
export interface KilledPlace {
  readonly code: string;
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** Its files, and the high-water file. */
  readonly folder: string;
  readonly key: string;
  readonly bootstrap: Bootstrap;
  /** Whose feed it pulls; without one it publishes. */
  readonly pulls?: string;
}

/** What a process says before it is killed. */
export type Told =
  | { readonly ready: true }
  | { readonly pulling: boolean }
  | { readonly published: { readonly seq: number; readonly sha256: string } };
