import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { biome } from "./checks/biome.ts";
import type { Check } from "./checks/check.ts";
import { projectRoot } from "./checks/command.ts";
import { documentPaths } from "./checks/document-paths.ts";
import { forbiddenWords } from "./checks/forbidden-words.ts";
import { imports } from "./checks/import-rules.ts";
import { messageCatalogs } from "./checks/message-catalogs.ts";
import { fileNames } from "./checks/names.ts";
import { pinnedDependencies } from "./checks/pinned-dependencies.ts";
import { runChecks } from "./checks/run-checks.ts";
import { fileSizes } from "./checks/sizes.ts";
import { stateCodes } from "./checks/state-codes.ts";
import { threatTests } from "./checks/threat-tests.ts";
import { typeCheck } from "./checks/type-check.ts";
import { unusedCode } from "./checks/unused-code.ts";

const checks: readonly Check[] = [
  typeCheck,
  biome,
  unusedCode,
  imports,
  fileSizes,
  fileNames,
  stateCodes,
  messageCatalogs,
  documentPaths,
  threatTests,
  pinnedDependencies,
  forbiddenWords,
];

const summary = await runChecks(projectRoot, checks, console.log);
process.exitCode = summary.failed.length > 0 ? 1 : 0;

// `npm test` counts the checks beside the tests; it names the file to write.
const file = process.argv[2];
if (file !== undefined) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(summary));
}
