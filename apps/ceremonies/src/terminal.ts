import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { DomainError } from "@concord/runtime";

/** Asks at the terminal without showing what is typed. Control-C ends the program before anything is written. */
export async function askPassphrase(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new DomainError("ceremonies.no-terminal", "invalid");
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: unseen, terminal: true });
  line.on("SIGINT", () => process.exit(130));
  try {
    return await line.question("");
  } finally {
    line.close();
    process.stderr.write("\n");
  }
}
