import { readFile, stat } from "node:fs/promises";
import { generateSigningKey, type PublicJwk, publicJwk, type SigningKey } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { openSealedKey, sealKey } from "@concord/stewardship";
import { type Given, type Surroundings, wrongUse } from "./command.ts";

const shortest = 12;

/** The public half lies beside the key, and may be given to anybody. */
export const publicFile = (path: string): string => `${path.replace(/\.key$/, "")}.pub`;

/**
 * Makes an offline key: an encrypted JWK (RFC 7517 section 7) under a passphrase, mode 0600, and its public half.
 * A key that is there already is opened instead, never replaced.
 */
export async function makeOfflineKey(
  path: string,
  passphrase: string,
  around: Surroundings,
): Promise<{ readonly key: SigningKey; readonly made: boolean }> {
  const made = !(await isThere(path));
  if (made) {
    if ([...passphrase].length < shortest) {
      throw new DomainError("ceremonies.passphrase-short", "invalid", { least: shortest });
    }
    await around.write(path, await sealKey(generateSigningKey(), passphrase, around.keyRounds), 0o600);
  }
  const key = await openOfflineKey(path, passphrase);
  await around.write(publicFile(path), `${JSON.stringify(key.publicJwk)}\n`, 0o644);
  return { key, made };
}

async function openOfflineKey(path: string, passphrase: string): Promise<SigningKey> {
  const key = await openSealedKey(await readKeyFile(path), passphrase);
  if (!key) throw new DomainError("ceremonies.key-closed", "forbidden", { file: path });
  return key;
}

/** Opens every key of `--with`, each with its own `--passphrase-file`, with the only one, or by asking. */
export async function openKeys(given: Given, around: Surroundings): Promise<SigningKey[]> {
  const files = given.many("with");
  const passphraseFiles = given.many("passphrase-file");
  if (files.length === 0) throw wrongUse("--with is missing: at least one key must sign");
  if (passphraseFiles.length > 1 && passphraseFiles.length !== files.length) {
    throw wrongUse("give one --passphrase-file for all keys, or one for each in the same order");
  }
  const opening: { readonly file: string; readonly passphrase: string }[] = [];
  for (const [at, file] of files.entries()) {
    await readKeyFile(file);
    const passphrase = await passphraseFor(file, passphraseFiles[at] ?? passphraseFiles[0], around);
    opening.push({ file, passphrase });
  }
  around.progress(`Opening ${files.join(", ")}`);
  return await Promise.all(opening.map(({ file, passphrase }) => openOfflineKey(file, passphrase)));
}

export async function passphraseFor(
  keyFile: string,
  passphraseFile: string | undefined,
  around: Surroundings,
): Promise<string> {
  if (passphraseFile === undefined) return await around.askPassphrase(`Passphrase for ${keyFile}: `);
  return (await readGiven(passphraseFile)).replace(/\r?\n$/, "");
}

export async function readPublicKey(path: string): Promise<PublicJwk> {
  const text = await readGiven(path);
  try {
    return publicJwk.parse(JSON.parse(text));
  } catch {
    throw new DomainError("ceremonies.no-public-key", "invalid", { file: path });
  }
}

/** A file that somebody named. */
export async function readGiven(path: string): Promise<string> {
  return await readFile(path, "utf8").catch(() => {
    throw new DomainError("ceremonies.file-unreadable", "not-found", { file: path });
  });
}

async function readKeyFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found && (found.mode & 0o077) !== 0) {
    throw new DomainError("storage.key-file-open", "unavailable", { path });
  }
  return await readGiven(path);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
