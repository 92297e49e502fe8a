#!/usr/bin/env node
import { systemClock } from "@concord/runtime";
import { run } from "./run.ts";
import { askPassphrase } from "./terminal.ts";
import { writeFile } from "./write-file.ts";

const answer = await run(process.argv.slice(2), {
  clock: systemClock,
  askPassphrase,
  progress: (line) => void process.stderr.write(`${line}\n`),
  write: writeFile,
  // What OWASP asks of PBKDF2 with SHA-512.
  keyRounds: 210_000,
});
process.stderr.write(answer.stderr);
process.stdout.write(answer.stdout);
process.exitCode = answer.exitCode;
