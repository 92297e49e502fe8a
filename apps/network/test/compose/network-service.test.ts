import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localSite } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort, Program, until } from "../tenant-program.ts";
import { readComposeFile } from "./compose-file.ts";
import { isHealthy } from "./health.ts";

/** All seven states fill at once here, beside whatever else is tested. */
const firstStateMs = 400_000;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 240_000 });

const { network } = readComposeFile({
  CONCORD_OWNER_PASSWORD: "owner1",
  CONCORD_APP_PASSWORD: "app1",
  CONCORD_S3_SECRET: "secret1",
});
let folder: string;
let port: number;
let program: Program;

beforeAll(async () => {
  if (!network) throw new Error("the file has no service called network");
  // Stands for the volume at /concord/.data, which is `.data` below the folder that the image works in.
  folder = await mkdtemp(join(tmpdir(), "concord-network-"));
  port = await freePort();
  const env = { ...network.environment, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: folder };
  program = new Program({ command: network.command ?? [], env });
});
afterAll(async () => {
  await program?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const ask = (host: string, path: string) =>
  Promise.resolve(localSite.fetch(new Request(`http://${host}:${port}${path}`))).catch(() => undefined);

test("the lobby answers, a state is served, and the health check says what the lobby says of all of them", async () => {
  if (!network) return;
  await until(async () => {
    if (!program.running) throw new Error(`it ended: ${program.said}`);
    return (await ask("localhost", "/"))?.status === 200;
  });
  await until(async () => (await ask("ms.localhost", "/members"))?.status === 200, firstStateMs);
  // Ready is when every state is, its made-up history included, which takes minutes; until then it must not pass.
  const before = (await ask("127.0.0.1", "/readyz"))?.status;
  const passed = await isHealthy(network, port);
  const after = (await ask("127.0.0.1", "/readyz"))?.status;
  expect([before === 200, after === 200]).toContain(passed);
  expect(existsSync(join(folder, "network.pid"))).toBe(true);
});
