import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { environment, inRoot, ownNode, pnpm } from "./places.mjs";
import { capture } from "./processes.mjs";

const stamp = inRoot("node_modules/.concord-installed");
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL/i;

/** Brings node_modules up to date; true when it is. Quiet, and done in a moment, when there is nothing to do. */
export async function install() {
  const wanted = fingerprint();
  if (!existsSync(ownNode) || read(stamp) !== wanted) {
    console.log("Installing what Concord is built from. The first time this takes a minute or two.");
    const done = await runPnpm(["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"], true);
    if (done.code !== 0 || !existsSync(ownNode)) return explain("install", done.output);
    writeFileSync(stamp, wanted);
  }
  return true;
}

/** Compiles styles and programs where their sources changed; true when they are there. */
export async function build() {
  const built = await runPnpm(["exec", "turbo", "run", "build", "--no-update-notifier"], false);
  return built.code === 0 || explain("build", built.output);
}

/** Changes when the lockfile does, or when the folder was installed on another kind of machine. */
function fingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${pnpm}`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(inRoot(file)));
  return hash.digest("hex");
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function runPnpm(args, show) {
  const env = environment();
  const store = env.CONCORD_STORE && args[0] === "install" ? ["--store-dir", env.CONCORD_STORE] : [];
  return capture("npx", ["--yes", "--prefer-offline", pnpm, ...args, ...store], { env, show });
}

function explain(step, output) {
  console.error(`\nConcord could not ${step} what it needs.`);
  if (offline.test(output)) {
    console.error(
      "The package registry was not reached. Connect to the network, or set your registry, and try again.",
    );
  }
  if (step === "build") console.error(output);
  return false;
}
