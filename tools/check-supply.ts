import { projectRoot } from "./checks/command.ts";
import { auditAdvisories } from "./supply/advisories.ts";
import { judgeLicences, readLicences } from "./supply/licences.ts";

/** What we build on: every licence in the production tree is allowed by name, and no known advisory is open. */
const strict = process.argv.includes("--strict");
const licences = judgeLicences(await readLicences(projectRoot));
console.log(`${licences.refused.length > 0 ? "FAIL" : "ok  "}  licences: ${licences.counted} packages`);
for (const fault of licences.refused) console.log(`        ${fault}`);

const advisories = await auditAdvisories(projectRoot);
const words = { clean: "ok  ", open: "FAIL", unknown: strict ? "FAIL" : "note" };
console.log(`${words[advisories.state]}  advisories: ${advisories.text}`);

const failed = licences.refused.length > 0 || advisories.state === "open";
process.exitCode = failed || (strict && advisories.state === "unknown") ? 1 : 0;
