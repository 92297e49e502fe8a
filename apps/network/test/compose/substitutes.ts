import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";
import S3rver from "s3rver";
import accounts from "s3rver/lib/models/account.js";
import { SMTPServer } from "smtp-server";
import { freePort } from "../tenant-program.ts";

export interface Letter {
  readonly to: readonly string[];
  /** Headers and body as they came, with the body's quoted-printable undone (RFC 2045 section 6.7). */
  readonly text: string;
}

const secret = "a-secret-of-the-store";

/** What stands in for the images that are not ours: a real Postgres 18, an S3 store and a mail catcher. */
export async function startSubstitutes() {
  const folder = await mkdtemp(join(tmpdir(), "concord-compose-"));
  const postgres = await startEmbeddedServer({
    folder: join(folder, "postgres"),
    durable: false,
    log: createLogger({ level: "error" }),
  });
  await postgres.ensureDatabase("concord");
  const buckets = join(folder, "buckets");
  const s3 = await startStore(buckets);
  const mail = await startCatcher();
  const secretFile = join(folder, "s3_secret");
  await writeFile(secretFile, `${secret}\n`, { mode: 0o600 });
  const host = new URL(postgres.url("concord", "app")).host;
  const swaps: readonly (readonly [string, string])[] = [
    ["@postgres:5432/", `@${host}/`],
    ["http://objects:8333", `http://127.0.0.1:${s3.port}`],
    ["smtp://mail:1025", `smtp://127.0.0.1:${mail.port}`],
    ["/run/secrets/s3_secret", secretFile],
    ["/keys", join(folder, "keys")],
  ];
  return {
    folder,
    buckets,
    letters: mail.letters,
    ownerUrl: postgres.url("concord", "owner"),
    /** A service's own environment with the names of its network, secrets and volumes as they are here. */
    here: (environment: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [
          name,
          swaps.reduce((text, [there, here]) => text.replace(there, here), value),
        ]),
      ),
    async stop() {
      await Promise.all([s3.close(), mail.close(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startStore(directory: string) {
  // The substitute knows one account; the file names another one.
  accounts.DUMMY_ACCOUNT.createKeyPair("concord", secret);
  const options = { port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets: [] };
  const server = new S3rver(options);
  const { port } = await server.run();
  return { port, close: () => server.close() };
}

async function startCatcher() {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: readable(Buffer.concat(chunks).toString("latin1")) });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, letters, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function readable(message: string): string {
  const bytes = message
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
