import type { RegistryMember } from "@concord/federation";
import { setStatus } from "@concord/stewardship";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, signing } from "../command.ts";

type Status = RegistryMember["status"];

interface Ceremony {
  readonly verb: string;
  readonly status: Status;
  readonly summary: string;
  readonly explains: string;
  readonly says: string;
}

const ceremonies: readonly Ceremony[] = [
  {
    verb: "suspend",
    status: "suspended",
    summary: "stop taking anything from a member, for now",
    says: "is suspended: nothing of it is taken and its requests are refused",
    explains: `Suspends a member. Nothing that it publishes is taken, its requests are refused, and what was taken before
stays, so that nobody's training stops. Use it while something is being found out.

Who: as many holders of registry keys as must sign; tell the member, by telephone, why and until when.
Next: "member readmit", "member leave", or, where its key is stolen, "epoch close".`,
  },
  {
    verb: "readmit",
    status: "active",
    summary: "take a member's material and requests again",
    says: "is active again",
    explains: `Makes a member active again that was suspended or had left, with the keys that it had.
What it published in the meantime is taken now.

Who: as many holders of registry keys as must sign.
Next: look at the office's network page: the member is in step within minutes.`,
  },
  {
    verb: "leave",
    status: "left",
    summary: "let a member go, and keep what it shared",
    says: "has left; its feed is still mirrored, its requests are refused",
    explains: `Lets a member go. Its feed stays in every mirror and adopted trainings go on playing; its requests are refused.
It may come back with "member readmit".

Who: as many holders of registry keys as must sign, at the member's wish or by the network's decision.
Next: the member stops its worker after the others have its last entries.`,
  },
];

export const memberStatus: readonly Command[] = ceremonies.map(
  ({ verb, status, summary, explains, says }) => ({
    name: `member ${verb}`,
    summary,
    words: 1,
    options: { ...signing, days: { type: "string" } },
    help: `concord network member ${verb} <code> --with <key>... [--passphrase-file <file>...]
    [--folder <folder>] [--days <n>]

${explains}
Repeated: where it is so already, nothing is signed.`,
    run: (given, around) =>
      changeRegistry(given, around, async (registry) => {
        const wanted = setStatus(registry, given.word(), status);
        return { wanted, says: [`${given.word()} ${says}.`], next: handOut };
      }),
  }),
);
