import { randomBytes } from "node:crypto";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { generateCredentialKey } from "@concord/credentials";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { loadOrCreateKeyFile } from "@concord/storage";
import type { TenantSecrets } from "../context.ts";
import { demandFolder } from "./demand-folder.ts";

export interface TenantKeys {
  readonly feed: SigningKey;
  readonly secrets: TenantSecrets;
}

/** Reads an instance's online keys from files of mode 0600, and makes those that are missing. */
export async function loadKeys(folder: string): Promise<TenantKeys> {
  await demandFolder(folder);
  // Refused where the folder is mounted for reading only, or is another's that lets us read; the files say who may.
  await chmod(folder, 0o700).catch(() => undefined);
  const file = (name: string, make: () => Promise<string>) => loadOrCreateKeyFile(join(folder, name), make);
  const random = async () => randomBytes(32).toString("base64url");
  const [feed, audit, session, credential] = await Promise.all([
    file("feed.json", async () => generateSigningKey()),
    file("audit.key", random),
    file("session.key", random),
    file("credential.pem", generateCredentialKey),
  ]);
  return {
    feed: readSigningKey(feed),
    secrets: {
      auditMasterKey: Buffer.from(audit.trim(), "base64url"),
      sessionSecret: session.trim(),
      credentialKeyPem: credential,
    },
  };
}
