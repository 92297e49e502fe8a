import {
  type EntriesPage,
  type Fetched,
  limits,
  parseStrictJson,
  type RegistryMember,
  type Source,
} from "@concord/federation";
import { z } from "zod";
import type { Answer, MemberClient } from "./member-client.ts";

const base = "/federation/v1";
const page = z.object({
  entries: z.array(z.string()).max(limits.pageEntries),
  bodies: z.record(z.string(), z.string()),
});

/** A member's server as the steps of a sync see it. */
export function httpSource(client: MemberClient, member: RegistryMember): Source {
  const trustAnswer = { maxBytes: limits.trustBytes, accept: ["application/jose+json"] };
  const statement = { maxBytes: limits.statementBytes, accept: ["application/jose"] };
  const pageAnswer = { maxBytes: limits.pageBytes + limits.bodyBytes, accept: ["application/json"] };
  return {
    code: member.code,
    root: async (version) => asText(await client.get(member, `${base}/root/${version}`, trustAnswer)),
    registry: async () => required(asText(await client.get(member, `${base}/registry`, trustAnswer))),
    checkpoint: async (feed) =>
      required(asText(await client.get(member, `${base}/feeds/${feed}/checkpoint`, statement))),
    entries: async (feed, { epoch, after, limit }) => {
      const query = `epoch=${epoch}&after=${after}&limit=${limit}`;
      return asPage(await client.get(member, `${base}/feeds/${feed}/entries?${query}`, pageAnswer));
    },
  };
}

function asText(answer: Answer): Fetched<string | undefined> {
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value && new TextDecoder().decode(answer.value) };
}

function required(fetched: Fetched<string | undefined>): Fetched<string> {
  if (!fetched.ok) return fetched;
  return fetched.value === undefined
    ? { ok: false, reason: "unreachable" }
    : { ok: true, value: fetched.value };
}

function asPage(answer: Answer): Fetched<EntriesPage> {
  if (!answer.ok) return answer;
  const json = answer.value ? parseStrictJson(answer.value) : undefined;
  const read = json?.ok ? page.safeParse(json.value) : undefined;
  return read?.success ? { ok: true, value: read.data } : { ok: false, reason: "unreachable" };
}
