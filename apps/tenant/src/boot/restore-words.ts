import type { RestoredFeed, RestoreStep } from "@concord/peer";
import type { DomainError, ErrorParams } from "@concord/runtime";

export const restoreHelp = `node apps/tenant/dist/main.js feed restore [--keys-restored] [--json]

After this instance's database was put back from a backup: brings back from the other members what the instance
signed and no longer has, and says what comes next. Until that is done it signs nothing, so that it never
contradicts what others already hold.

Who: whoever runs the instance, on its machine. No key of the network is needed.
You need: the settings and the KEYS_DIR of serve; feed-high-water.json in it says how far the feed went. The members
must be reachable; those that are not are left out and named.
With the embedded database, stop serve and worker first. With a database of its own, stop the worker; serve may run.
Next: it prints the line by which holders of registry keys close the epoch, word for word. After that this instance
gets a new key. What nobody else ever had, such as drafts, comes only from the backup.
Where that file says that nothing is missing and others have more all the same, it takes nothing: somebody else may
sign with our key. --keys-restored says that KEYS_DIR was put back as well, and the file in it is old.
Repeated: it goes on where it was, and says how far things are. It may be broken off.
--json answers in JSON on standard output; progress is told on standard error.
Exit codes: 0 done (it says what comes next), 1 refused or nothing reached (it says why), 2 wrong use.`;

export function sayStep(step: RestoreStep): string {
  if (step.doing === "asking") return `Asking ${step.members} other members …`;
  if (step.doing === "recovering")
    return `${step.mirrors} answered. Looking for entries of ours that they have …`;
  return step.doing === "storing"
    ? `Brought back up to entry ${step.through}`
    : "Bringing back texts and files …";
}

export type Outcome = RestoredFeed & { readonly code: string };

/** What was done, and what to say next, word for word. */
export function sayRestored(outcome: Outcome): { says: readonly string[]; next: readonly string[] } {
  const { recovered, missing, silent, lostThrough, seq } = outcome;
  const says = [
    ...(recovered > 0 ? [`${recovered} entries of ours came back from other members.`] : []),
    ...(silent.length > 0 ? [`Not reached: ${silent.join(", ")}.`] : []),
    ...(lostThrough === undefined
      ? []
      : [`Entries ${seq + 1} to ${lostThrough} were signed once, and nobody who answered has them.`]),
    ...(missing > 0
      ? [`${missing} texts or files are not here yet. Say "feed restore" again for them.`]
      : []),
  ];
  const { say, next } = states[outcome.state](outcome);
  return { says: [...says, say], next };
}

interface Said {
  readonly say: string;
  readonly next: readonly string[];
}

const states: Readonly<Record<RestoredFeed["state"], (outcome: Outcome) => Said>> = {
  "in-order": () => ({ say: "The feed is in order: nothing that it signed is lacking here.", next: [] }),
  "close-epoch": ({ code, epoch, seq, head, lostThrough, silent }) => ({
    say: `Our last entry is ${seq}. The network must close epoch ${epoch} there before this instance signs again.`,
    next: [
      ...(lostThrough !== undefined && silent.length > 0
        ? [
            `Say "feed restore" again when ${silent.join(", ")} can be reached: what is not brought back before the epoch is closed is void for ever.`,
          ]
        : []),
      `concord network epoch close ${code} --seq ${seq} --head ${head} --cause restored`,
      'The holders of registry keys say that line, with --folder and their --with. Then this instance makes a new key and asks with "join".',
    ],
  }),
  "new-key": () => ({
    say: "The network has closed our epoch, and everything up to there is here.",
    next: [
      'Delete feed.json in KEYS_DIR, make a new one and ask for it with "concord network join"; "concord network keys rotate" takes it. Then start the instance.',
    ],
  }),
  restored: ({ epoch }) => ({
    say: `Restored: this instance signs again, in epoch ${epoch}.`,
    next: ["Start serve and worker, or start them again if they run: they must read the new key."],
  }),
  "not-ours": ({ code, seq, head }) => ({
    say: `By feed-high-water.json nothing of ours is missing here after entry ${seq}, and still other members have more. Nothing was taken from them.`,
    next: [
      "If nobody put this machine back, somebody else signs with our key: leave the instance stopped and telephone the network's steward. The holders of registry keys close the epoch at our own last entry:",
      `concord network epoch close ${code} --seq ${seq} --head ${head} --cause stolen`,
      'If KEYS_DIR was put back from a backup as well, say "feed restore --keys-restored".',
    ],
  }),
  unreachable: ({ seq }) => ({
    say: `Nothing is settled yet: we hold our own entries up to ${seq}, and no member gave what comes after.`,
    next: ['Look whether this machine reaches the other members, and say "feed restore" again.'],
  }),
};

/** A refusal for people, and its code for programs. */
export function sayRefusal({ code, params }: DomainError) {
  const [says, mend] = refusals[code]?.(params) ?? [code, JSON.stringify(params)];
  return { refused: code, says, mend };
}

const refusals: Readonly<Record<string, (params: ErrorParams) => readonly [says: string, mend: string]>> = {
  "database.folder-in-use": ({ folder }) => [
    `Another process works on the database in ${folder}.`,
    "Stop serve and worker, and say it again.",
  ],
  "federation.feed-unchecked": () => [
    "Nobody can say how far our feed went: feed-high-water.json is not in KEYS_DIR, and no member was reached.",
    "Put the file back if you have it, or see to it that another member can be reached.",
  ],
  "federation.untrusted": ({ reason }) => [
    `The network that this instance was given does not hold: ${reason}.`,
    "Look at NETWORK_DIR: it must be the network that the instance joined.",
  ],
  "peer.high-water-unreadable": ({ path }) => [
    `${path} cannot be read.`,
    "Put back the file as it was. If it is damaged, take it away: then the members alone are asked.",
  ],
  "peer.high-water-unwritable": ({ path }) => [
    `${path} cannot be written.`,
    "Look at the rights of KEYS_DIR.",
  ],
};
