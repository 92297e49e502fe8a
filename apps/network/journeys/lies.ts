import { join } from "node:path";
import { decodeCheckpoint, type SigningKey, sha256, signCheckpoint, signEntry } from "@concord/federation";
import { loadKeys } from "@concord/tenant";
import { memberCode } from "../src/instances/place.ts";
import type { Hostility, OpenNetwork } from "./open-network.ts";

const jose = { headers: { "content-type": "application/jose" } };

/** A thief with a state's key, or a program that is broken: both sign what the honest state would not. */
export async function keyOf({ folder }: OpenNetwork, code: string): Promise<SigningKey> {
  return (await loadKeys(join(folder, "tenants", code, "keys"))).feed;
}

/** Signs a second statement of the same record with another end: one of the two is a lie. */
export function contradictsItself(net: OpenNetwork, code: string, key: SigningKey): Hostility {
  return async (request, answer) => {
    const honest = await answer();
    if (!honest?.ok || !isAbout(request, code, "checkpoint")) return honest;
    const { net: id, feed, epoch, size, registry } = decodeCheckpoint(await honest.text());
    const lie = { net: id, feed, epoch, size, head: sha256("another end"), registry };
    return new Response((await signCheckpoint(lie, key, net.clock.now())).text, jose);
  };
}

/** Goes on with an update of an item that the state itself took back, rightly signed. */
export function updatesWhatIsGone(
  net: OpenNetwork,
  code: string,
  { key, item }: { key: SigningKey; item: string },
): Hostility {
  let entry: { text: string; after: number } | undefined;
  return async (request, answer) => {
    const honest = await answer();
    if (!honest?.ok) return honest;
    if (isAbout(request, code, "checkpoint")) {
      const said = decodeCheckpoint(await honest.text());
      entry ??= { text: await updateAfter(said, item, key), after: said.size };
      const { net: id, feed, epoch, registry } = said;
      const grown = { net: id, feed, epoch, size: said.size + 1, head: sha256(entry.text), registry };
      return new Response((await signCheckpoint(grown, key, net.clock.now())).text, jose);
    }
    if (!entry || !isAbout(request, code, "entries")) return honest;
    const page: { entries: string[]; bodies: object } = JSON.parse(await honest.text());
    const after = Number(new URL(request.url).searchParams.get("after"));
    const more = after <= entry.after ? [entry.text] : [];
    return Response.json({ entries: [...page.entries, ...more], bodies: { ...page.bodies, [empty]: "{}" } });
  };
}

const empty = sha256("{}");

async function updateAfter(
  said: ReturnType<typeof decodeCheckpoint>,
  item: string,
  key: SigningKey,
): Promise<string> {
  const { net, feed, epoch, size, head, iat } = said;
  const place = { net, feed, epoch, seq: size + 1, prev: head, iat };
  const about = { kind: "training", schema: "concord.training/1", significance: "minor" as const };
  const body = { sha256: empty, size: 2 };
  return (await signEntry({ ...place, ...about, op: "revise", item, revision: 2, body }, key)).text;
}

function isAbout(request: Request, code: string, what: "checkpoint" | "entries"): boolean {
  return new URL(request.url).pathname === `/federation/v1/feeds/${memberCode(code)}/${what}`;
}
