import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("../../../packages/peer/test/python/concord_peer.py", import.meta.url));
const run = promisify(execFile);

/** Fails in one line where the programs are missing, or too old for what the member asks of them. */
export async function needPythonAndOpenssl(): Promise<void> {
  const wanted = [
    {
      command: ["python3", "--version"],
      version: /^Python 3\.(\d{2,})/,
      name: "Python 3.10 or newer (python3)",
    },
    {
      command: ["openssl", "version"],
      version: /^OpenSSL ([3-9]|\d\d)\./,
      name: "OpenSSL 3 or newer (openssl)",
    },
  ];
  for (const { command, version, name } of wanted) {
    const [file = "", ...args] = command;
    const said = await run(file, args).then(
      ({ stdout }) => stdout,
      () => "",
    );
    if (!version.test(said)) throw new Error(`This test needs ${name}: install it, or put it first in PATH.`);
  }
}

/** What a command of the Python member printed; rejects with its exit code and what it complained of. */
export async function python(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run("python3", ["-B", program, ...args]);
  return JSON.parse(stdout);
}

/** The exit code and the reason of a command that is refused. */
export async function refusal(...args: readonly string[]): Promise<{ code: unknown; reason: string }> {
  const found = await run("python3", ["-B", program, ...args]).catch((error: unknown) => error);
  const { code, stderr = "" } = found as { code?: unknown; stderr?: string };
  return { code, reason: stderr.trim() };
}

/** A member that answers and pulls until it is killed. */
export async function pythonServer(folder: string, port: number): Promise<ChildProcess> {
  const args = ["-B", program, "serve", folder, "--port", String(port)];
  const server = spawn("python3", args, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(server, "exit").then(() => {
    throw new Error(`The Python member at port ${port} ended before it listened.`);
  });
  await Promise.race([once(server.stdout, "data"), ended]);
  ended.catch(() => {});
  return server;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Two of a trial network's registry keys sign, as PROTOCOL.md says: general JSON JWS. */
export async function signRegistry(networkFolder: string, registry: unknown): Promise<string> {
  const payload = base64url(registry);
  const signatures = [];
  for (const name of ["registry-1.json", "registry-2.json"]) {
    const jwk = JSON.parse(await readFile(join(networkFolder, "keys", name), "utf8"));
    const key = createPrivateKey({ key: jwk, format: "jwk" });
    const header = base64url({ alg: "Ed25519", kid: await thumbprint(jwk), typ: "concord-registry+jws" });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), key).toString("base64url");
    signatures.push({ protected: header, signature });
  }
  return JSON.stringify({ payload, signatures });
}

async function thumbprint({ crv, kty, x }: Record<string, string>): Promise<string> {
  const wanted = new TextEncoder().encode(JSON.stringify({ crv, kty, x }));
  return Buffer.from(await crypto.subtle.digest("SHA-256", wanted)).toString("base64url");
}
