#!/usr/bin/env node
import { systemClock } from "@concord/runtime";
import { writeDurably } from "@concord/storage";
import { run } from "./run.ts";
import { askPassphrase } from "./terminal.ts";

const answer = await run(process.argv.slice(2), {
  clock: systemClock,
  askPassphrase,
  progress: (line) => void process.stderr.write(`${line}\n`),
  write: writeDurably,
  // What OWASP asks of PBKDF2 with SHA-512.
  keyRounds: 210_000,
});
process.stderr.write(answer.stderr);
process.stdout.write(answer.stdout);
process.exitCode = answer.exitCode;
