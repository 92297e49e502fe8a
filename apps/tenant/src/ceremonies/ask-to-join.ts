import type { DeskAnswer } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandJoining } from "./demand-place.ts";
import { deskOf } from "./desk.ts";
import { type Asked, keepJoining } from "./joining-folder.ts";

const wanted = z.object({ way: z.enum(["send", "file"], "field.required") });

/**
 * Signs the request to join with our key and keeps it; then hands it to the network's desk, or leaves it as a file.
 * Where the desk does not take it the request stays, and the reason is thrown.
 */
export async function askToJoin(context: Context, input: z.input<typeof wanted>): Promise<void> {
  await signRequest(context, input);
  if (input.way !== "send") return;
  const answer = await sendRequest(context, {});
  if (!answer.ok) throw notTaken(answer);
  await noteSent(context, {});
}

const signRequest = defineCommand({
  name: "ceremonies.ask-to-join",
  input: wanted,
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }) {
    const { peer, place } = tenant;
    const joining = await demandJoining(place);
    const { rootSha256 } = joining.bootstrap;
    const signed = await peer.joinRequest(rootSha256);
    const asked: Asked = { ...signed, at: clock.now(), sent: false };
    await keepJoining(place, { ...joining, asked });
    const subject = { kind: "network", id: rootSha256 };
    const after = { code: peer.code, kid: signed.kid };
    return { result: undefined, audit: { action: "ceremonies.join-requested", subject, after } };
  },
});

/** Calls another server, and so outside any transaction. */
const sendRequest = defineQuery({
  name: "ceremonies.send-request",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<DeskAnswer> {
    const { asked, bootstrap } = await demandJoining(tenant.place);
    const desk = await deskOf(bootstrap);
    if (!asked) throw new DomainError("ceremonies.nothing-begun", "conflict");
    if (!desk) throw new DomainError("ceremonies.no-desk", "conflict");
    return await tenant.peer.newcomer.send(desk.baseUrl, asked.request);
  },
});

const noteSent = defineCommand({
  name: "ceremonies.note-sent",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }) {
    const joining = await demandJoining(tenant.place);
    const { asked, bootstrap } = joining;
    const lookedAt = clock.now();
    if (asked)
      await keepJoining(tenant.place, {
        ...joining,
        asked: { ...asked, sent: true, standing: "waiting", lookedAt },
      });
    const subject = { kind: "network", id: bootstrap.rootSha256 };
    return { result: undefined, audit: { action: "ceremonies.join-request-sent", subject } };
  },
});

/** Why a request is not at the desk, though it was signed and kept. */
export function notTaken(answer: Extract<DeskAnswer, { ok: false }>): DomainError {
  if (answer.reason !== "refused") return new DomainError("ceremonies.desk-unreachable", "conflict");
  return new DomainError("ceremonies.desk-refused", "conflict", { code: answer.code ?? "" });
}
