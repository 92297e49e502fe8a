import { DomainError, type ErrorParams } from "@concord/runtime";

interface Refusal {
  /** The code, for programs. */
  readonly refused: string;
  readonly says: string;
  /** What to do about it. */
  readonly mend: string;
}

type Words = (params: ErrorParams) => readonly [says: string, mend: string];

/** Every refusal in words: what is wrong, and how to mend it. */
const words: Readonly<Record<string, Words>> = {
  "ceremonies.passphrase-short": ({ least }) => [
    "The passphrase is too short.",
    `Take at least ${least} characters; five words drawn by chance are good.`,
  ],
  "ceremonies.key-closed": ({ file }) => [
    `${file} does not open: the passphrase is wrong, or it is no key of "key make".`,
    "Try the passphrase again. If nobody knows it, this key is lost: replace it by a rotation.",
  ],
  "storage.key-file-open": ({ path }) => [
    `Others may read ${path}.`,
    `Take their right away (chmod 600 ${path}), and ask yourself who has seen it.`,
  ],
  "ceremonies.no-public-key": ({ file }) => [
    `${file} is no public key.`,
    'Give the .pub file that "key make" wrote.',
  ],
  "ceremonies.file-unreadable": ({ file }) => [
    `${file} cannot be read.`,
    "Look at the path, and at the right to read it.",
  ],
  "ceremonies.file-unwritable": ({ file, why }) => [
    `${file} cannot be written (${why}). What was there before is unchanged.`,
    "Look at the path, at the right to write there and at the room on the disk; then say it again.",
  ],
  "ceremonies.no-terminal": () => [
    "A passphrase is needed, and there is no terminal to ask at.",
    "Give --passphrase-file.",
  ],
  "ceremonies.no-network": ({ folder }) => [
    `There is no network in ${folder}.`,
    "Name the folder of network.json, root.json and registry.json with --folder, or found a network.",
  ],
  "ceremonies.no-registry": ({ folder }) => [
    `The network in ${folder} has no registry yet.`,
    'Sign the first one: "registry renew --with <registry key>".',
  ],
  "ceremonies.founded-already": ({ folder }) => [
    `Another network was founded in ${folder}.`,
    "Take an empty folder for a new network; to change keys of this one, rotate its root.",
  ],
  "ceremonies.refused": ({ file, reason }) => [
    `${file} is refused: ${reason}.`,
    reasons[String(reason)] ?? "Ask whoever gave it to you for it again, and compare with a second source.",
  ],
  "ceremonies.foreign-key": ({ fingerprint }) => [
    `The key ${fingerprint} has no say in this: its signature would count for nothing.`,
    'Take a key that the root names for this role; "verify root.json" says which there are.',
  ],
  "ceremonies.pending": ({ file }) => [
    `${file} holds another change that waits for signatures.`,
    `Finish that one first ("sign ${file}"), or delete the file if everybody agrees to drop it.`,
  ],
  "ceremonies.partial-expired": ({ file }) => [
    `${file} waited so long that what it says has expired.`,
    "Delete it and begin the ceremony again.",
  ],
  "ceremonies.finished": ({ file }) => [
    `What ${file} says is in force already, or was overtaken.`,
    "Nothing is left to sign; delete the file.",
  ],
  "ceremonies.folder-behind": ({ file, held, version }) => [
    `${file} is version ${version}, and your copy of the network is at ${held}.`,
    "Get the newest root and registry from a member first; then look at what would change.",
  ],
  "stewardship.unknown-member": ({ code, known }) => [
    `The registry does not name ${code}.`,
    `It names: ${known}.`,
  ],
  "stewardship.member-already": ({ code }) => [
    `${code} is a member already, with another key.`,
    'For another key there is "keys rotate"; for one that left, "member readmit".',
  ],
  "stewardship.key-used": ({ code }) => [
    `The registry names this key already, of ${code}.`,
    "A key belongs to one member and never comes back: make a new one.",
  ],
  "ceremonies.fingerprint-differs": ({ code }) => [
    `What was read out is not the key in the request of ${code}.`,
    "Do not sign. Call the member at a number that you know, and have the request sent again.",
  ],
  "stewardship.not-endorsed": ({ code }) => [
    `The key that ${code} has now did not sign for the new one.`,
    'Have the request made with --present-key. If the old key is lost or stolen, "epoch close" comes first.',
  ],
  "stewardship.number-missing": () => [
    "--from is missing: the number of the member's first entry with the new key.",
    "It is one more than seq in feed-high-water.json in the member's KEYS_DIR.",
  ],
  "stewardship.unknown-key": ({ code }) => [
    `${code} has no such key in its open epoch.`,
    '"verify registry.json" lists its keys.',
  ],
  "stewardship.last-key": ({ code }) => [
    `${code} would be left without a key.`,
    'Let it have a new one first: "keys rotate".',
  ],
  "stewardship.epoch-closed": ({ code, epoch, seq }) => [
    `Epoch ${epoch} of ${code} is closed already, at entry ${seq}.`,
    "A close is never moved. If it was wrong, the member publishes again what was lost.",
  ],
  "ceremonies.rule-broken": ({ why }) => [
    `The protocol does not allow this: ${why}.`,
    "Look at the numbers, the name and the address that you gave.",
  ],
  "federation.invalid-key": () => [
    "The key file does not hold a key.",
    "Take the file as it was made; a copy may be damaged.",
  ],
};

/** Reasons of the protocol whose remedy is known here. */
const reasons: Readonly<Record<string, string>> = {
  "stale-request": 'Have the request made again with "join", and look at the clocks of both machines.',
  "wrong-network": "It is for another network. Compare the networks' ids on the telephone.",
  "bad-signature": "It is forged or damaged. Do not use it; have it sent again.",
  "threshold-not-met": 'Not enough holders signed it: it is unfinished or forged. "verify" says who did.',
  "registry-fork":
    "Two stewards signed different registries. Agree which one counts before anybody signs again.",
};

export function inWords(error: DomainError): Refusal {
  const [says, mend] = words[error.code]?.(error.params) ?? [error.code, JSON.stringify(error.params)];
  return { refused: error.code, says, mend };
}

/** What a schema of the protocol refused, as a refusal; anything else is no matter of whoever typed. */
export function asRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (!(error instanceof Error) || error.name !== "ZodError" || !("issues" in error)) return undefined;
  const [issue] = error.issues as { path: (string | number)[]; message: string }[];
  const why = issue ? `${issue.path.join(".")}: ${issue.message}` : "unknown";
  return new DomainError("ceremonies.rule-broken", "invalid", { why });
}
