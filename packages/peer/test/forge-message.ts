import { randomBytes } from "node:crypto";
import { issueRegistry, sha256, signRequest, toSeconds } from "@concord/federation";
import { loopbackFetch } from "../src/loopback-fetch.ts";
import type { loopbackNetwork } from "./loopback-network.ts";

type Place = Awaited<ReturnType<typeof loopbackNetwork>>;

/** A registry that follows a given one, signed by so many keys of its role. */
export async function reissued(
  { net, members }: Place,
  after: { version: number; sha256: string },
  signers = 2,
) {
  const draft = { net: net.bootstrap.rootSha256, groups: [], members, now: net.clock.now(), validDays: 99 };
  return await issueRegistry({ ...draft, after }, net.registryKeys.slice(0, signers));
}

/** The version of a registry as it is served, and the hash by which the next one follows it. */
export const registryOf = (text: string) => {
  const payload = Buffer.from(JSON.parse(text).payload, "base64url");
  return { version: JSON.parse(payload.toString()).version as number, sha256: sha256(payload) };
};

/** A hint to Mississippi as Alabama would send it, with something changed. */
export async function signHint({ net, al, urlOf }: Place, claims: object = {}) {
  const htu = `${urlOf.get("us-ms")}/federation/v1/hints`;
  const body = JSON.stringify({ feed: "us-al", seq: 1 });
  const target = { net: net.bootstrap.rootSha256, iss: "us-al", aud: "us-ms", htm: "POST" as const, htu };
  const iat = toSeconds(net.clock.now());
  const jti = randomBytes(8).toString("hex");
  const request = await signRequest({ ...target, jti, iat, body: sha256(body), ...claims }, al.key);
  const init = { method: "POST", headers: { authorization: `Concord ${request}` }, body };
  return async () => {
    const answer = await loopbackFetch()(htu, init);
    const refusal = answer.status === 202 ? undefined : ((await answer.json()) as { code: string }).code;
    return { status: answer.status, code: refusal };
  };
}
