import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), "../..");

export const inRoot = (...path) => join(root, ...path);

/** The project's own Node, which the installed packages need; the one running here may be older. */
export const ownNode = inRoot("node_modules/node/bin/node");

export const pnpm = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).packageManager;

/** An account without a home of its own, such as `nobody`, keeps the package managers' caches in .data. */
export function environment() {
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", npm_config_update_notifier: "false" };
  const caches = [
    homedir(),
    process.env.npm_config_cache ?? join(homedir(), ".npm"),
    join(homedir(), ".cache"),
  ];
  if (caches.every(isWritable)) return { ...process.env, ...quiet };
  const home = inRoot(".data/home");
  return {
    ...process.env,
    ...quiet,
    HOME: home,
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_STATE_HOME: join(home, "state"),
    npm_config_cache: join(home, "npm"),
    PNPM_HOME: join(home, "pnpm"),
    CONCORD_STORE: join(home, "store"),
  };
}

/** What does not exist yet is writable when its nearest folder is. */
function isWritable(path) {
  if (!existsSync(path))
    return dirname(path) !== path && existsSync(dirname(path)) && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
