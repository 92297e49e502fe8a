import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type EmbeddedServer, migrate, startEmbeddedServer } from "@concord/database";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { type Bootstrap, foundTrialNetwork, peerMigrations } from "@concord/peer";
import { createLogger, systemClock } from "@concord/runtime";
import { freePort } from "../../test/tenant-program.ts";
import { untilUndone } from "../undo.ts";
import { MemberHost } from "./member-host.ts";
import type { MemberOptions } from "./open-member.ts";

const log = createLogger({ level: "fatal" });
const template = "bench_template";

/** All that one member of a measured network is told; it can be sent to another process. */
export interface Seat {
  readonly code: string;
  /** Its signing key as JWK text. */
  readonly key: string;
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** As the owner of its database, for what a bench does and a member never would. */
  readonly ownerUrl: string;
  /** Its files, and its high-water mark. */
  readonly folder: string;
  readonly bootstrap: Bootstrap;
}

export interface Ground {
  /** Throws where nobody has this code. */
  seat(code: string): Seat;
  /** Opens members in a process of their own, which ends with the measure. */
  host(codes: readonly string[], options?: Omit<MemberOptions, "onVisible">): Promise<MemberHost>;
}

/**
 * Founds a network with a database for each member on one embedded server, works on it and leaves nothing behind.
 * The members of one list share a port, as one process serves them.
 */
export async function onGround<T>(
  groups: readonly (readonly string[])[],
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "concord-bench-"));
  const hosts: MemberHost[] = [];
  let server: EmbeddedServer | undefined;
  const clear = untilUndone(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await server?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  try {
    server = await startEmbeddedServer({ folder: join(folder, "postgres"), log });
    const seats = await layOut(folder, server, groups);
    const seat = (code: string) => {
      const found = seats.get(code);
      if (!found) throw new Error(`nobody is ${code}`);
      return found;
    };
    return await work({
      seat,
      async host(codes, options = {}) {
        const host = new MemberHost();
        hosts.push(host);
        await host.call("open", codes.map(seat), options);
        return host;
      },
    });
  } finally {
    await clear();
  }
}

async function layOut(
  folder: string,
  server: EmbeddedServer,
  groups: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, Seat>> {
  const members: Pick<Seat, "code" | "key" | "baseUrl">[] = [];
  for (const codes of groups) {
    const port = await freePort();
    for (const code of codes) {
      members.push({ code, key: generateSigningKey(), baseUrl: `http://${code}.localhost:${port}` });
    }
  }
  const registered = members.map(({ code, key, baseUrl }) => ({
    ...{ code, name: code, baseUrl, roles: ["tenant" as const] },
    key: readSigningKey(key).publicJwk,
  }));
  const bootstrap = await foundTrialNetwork(join(folder, "network"), registered, systemClock);
  await makeDatabases(
    server,
    members.map(({ code }) => code),
  );
  return new Map(
    members.map((member) => {
      const { code } = member;
      const urls = { databaseUrl: server.url(code, "app"), ownerUrl: server.url(code, "owner") };
      return [code, { ...member, ...urls, folder: join(folder, code), bootstrap }];
    }),
  );
}

/** Migrated once, then copied. */
async function makeDatabases(server: EmbeddedServer, codes: readonly string[]): Promise<void> {
  await server.ensureDatabase(template);
  await migrate(server.url(template, "owner"), [peerMigrations], { appRole: "concord_app" });
  const owner = connect(server.url("postgres", "owner"), { max: 1 });
  for (const code of codes) await owner`create database ${owner(code)} template ${owner(template)}`;
  await owner.end();
}
