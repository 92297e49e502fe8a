import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { unpackChromium } from "./unpack-chromium.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface BrowserOptions {
  /** Passes over what the machine has, to try the Chromium that npm carries. */
  readonly carriedOnly?: boolean;
}

/** A headless Chromium: that of CHROMIUM_PATH, the system's, or else the one that npm carries. Close it when done. */
export async function browser(options: BrowserOptions = {}): Promise<Browser> {
  // Loaded here, since most test files of the barrel need no browser and it is large.
  const { chromium } = await import("playwright-core");
  const installed = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));
  if (installed && !options.carriedOnly) {
    return chromium.launch({ executablePath: installed, headless: true, args: flags });
  }
  const { executablePath, environment } = await unpackChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...process.env, ...environment },
  });
}
