import type { ServerResponse } from "node:http";
import { loopbackFetch } from "../src/loopback-fetch.ts";
import { type Hostility, hostileServer } from "./hostile-server.ts";
import { type TestMember, testNetwork } from "./network.ts";

/** Hostile where `where` says so, honest elsewhere. */
export const at =
  (where: (url: URL) => boolean, act: (response: ServerResponse) => void): Hostility =>
  (url, response) => {
    if (!where(url)) return false;
    act(response);
    return true;
  };

export const isPage = (url: URL) => url.pathname.endsWith("/entries");
export const isBlob = (url: URL) => url.pathname.includes("/blobs/");
export const isCheckpoint = (url: URL) => url.pathname.endsWith("/checkpoint");

/** Three members on real sockets: Mississippi's server can be made to answer anything, Georgia's is honest. */
export async function loopbackNetwork() {
  const codes = ["us-ms", "us-al", "us-ga"];
  const net = await testNetwork(codes);
  const servers = await Promise.all(codes.map((code) => hostileServer(code)));
  const urlOf = new Map(codes.map((code, at) => [code, servers[at]?.baseUrl ?? ""]));
  const members = net.members.map((one) => ({ ...one, baseUrl: urlOf.get(one.code) ?? "" }));
  const bootstrap = await net.issue(members);
  const patient = { fetch: loopbackFetch(), patienceSeconds: 0.6 };
  type More = Parameters<TestMember["restart"]>[0];
  const settings = (code: string, more: More) => ({
    ...{ bootstrap, ...patient, baseUrl: urlOf.get(code) ?? "" },
    ...more,
  });
  const joined: TestMember[] = [];
  for (const [at, code] of codes.entries()) {
    const member = await net.join(code, settings(code, {}));
    servers[at]?.serve(member.peer.routes);
    joined.push(member);
  }
  const [ms, al, ga] = joined as [TestMember, TestMember, TestMember];
  const [evil] = servers as [Awaited<ReturnType<typeof hostileServer>>];
  return {
    ...{ net, ms, al, ga, evil, members, bootstrap, urlOf },
    /** Starts a member again, with another registry or key. */
    async restart(member: TestMember, more: More) {
      await member.restart(settings(member.code, more));
      servers[codes.indexOf(member.code)]?.serve(member.peer.routes);
    },
    async close() {
      await net.close();
      for (const server of servers) await server.close();
    },
  };
}
