import { join } from "node:path";
import {
  addSignatures,
  generateSigningKey,
  readSigningKey,
  type SigningKey,
  signJoinRequest,
} from "@concord/federation";
import { trialKeys } from "@concord/peer";
import { fingerprint } from "@concord/stewardship";
import type { regionNetwork } from "./network.ts";

type Net = Awaited<ReturnType<typeof regionNetwork>>;
type Fields = Readonly<Record<string, string>>;

const origin = "http://region.localhost";

/** A visitor of the desk without scripts, with keepers who sign what its pages show. */
export function deskOf(net: Net) {
  const send = async (path: string, init: RequestInit) => {
    const response = await net.instance.fetch(new Request(`${origin}${path}`, init));
    const body = await response.text();
    return { status: response.status, location: response.headers.get("location") ?? "", body };
  };
  const post = (path: string, fields: Fields, headers: Fields = {}) =>
    send(path, { method: "POST", body: new URLSearchParams(fields), headers: { origin, ...headers } });
  const keepersAt = async (places: readonly number[]) => {
    const keys = await trialKeys(join(net.folder, "network"), "registry");
    return places.map((place) => readSigningKey(keys[place - 1] ?? ""));
  };
  return {
    post,
    send,
    /** Asks to join by the API, and gives the id of its page. */
    async ask(code: string, key = readSigningKey(generateSigningKey()), present?: SigningKey) {
      const member = {
        code,
        name: `Program of ${code}`,
        baseUrl: `https://${code}.example`,
        roles: ["tenant" as const],
      };
      const keys = present ? { key, present } : { key };
      const text = await signJoinRequest({ net: net.bootstrap.rootSha256, ...member }, keys, net.clock.now());
      const answer = await send("/api/v1/network/requests", {
        ...{ method: "POST", body: text, headers: { "content-type": "application/jose" } },
      });
      const { body } = await net.get("/network/desk");
      const links = [...body.matchAll(/begin\/(?:add|rotate)\?request=(req_\w+)/g)].map(([, id = ""]) => id);
      return { ...answer, text, key, read: fingerprint(key.kid), id: links.at(-1) ?? "" };
    },
    /** The document that a filled-in form leads to, as its page holds it. */
    async draft(fields: Fields | URLSearchParams): Promise<string> {
      const { location } = await send(`/network/desk/draft?${new URLSearchParams(fields)}`, {});
      return documentIn((await net.get(location)).body);
    },
    async sign(text: string, ...places: readonly number[]): Promise<string> {
      return await addSignatures(text, "concord-registry+jws", await keepersAt(places));
    },
    /** What would withdraw the document of a page, signed by these keepers. */
    async withdrawal(page: string, ...places: readonly number[]): Promise<string> {
      const text = documentIn((await net.get(`${page}/withdraw`)).body);
      return await addSignatures(text, "concord-withdrawal+jws", await keepersAt(places));
    },
    withdraw: (document: string) => post("/network/desk/withdrawals", { document }),
    handIn: (document: string) => post("/network/desk/documents", { document }),
    registry: async () => (await net.region.peer.trust()).registry,
  };
}

/** What the page's form would post. */
function documentIn(html: string): string {
  const [, value] = /name="document" value="([^"]+)"/.exec(html) ?? [];
  if (!value)
    throw new Error(`no document: ${html.slice(html.indexOf("<main"), html.indexOf("<main") + 600)}`);
  return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
