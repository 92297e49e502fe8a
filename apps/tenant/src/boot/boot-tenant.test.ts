import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { expect, onTestFinished, test } from "vitest";
import { readTenantConfig } from "../config.ts";
import { bootTenant } from "./boot-tenant.ts";

test("a profile that is official is not started as a trial, which shows every sign-in link to anybody", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concord-boot-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const profile = join(folder, "ms");
  await cp(join(import.meta.dirname, "../../profiles/ms"), profile, { recursive: true });
  const yaml = await readFile(join(profile, "profile.yaml"), "utf8");
  const official = yaml
    .replace(/^official: false$/m, "official: true")
    .replace(/^ +demonstration: true\n/m, "");
  await writeFile(join(profile, "profile.yaml"), official);
  const config = readTenantConfig({
    PROFILE: profile,
    ORIGIN: "https://mbat.example.gov",
    TRIAL: "true",
    DATA_DIR: join(folder, "data"),
  });
  const options = {
    clock: systemClock,
    log: createLogger({ level: "silent" }),
    assets: await ensureUiAssets(),
  };
  await expect(bootTenant(config, options)).rejects.toMatchObject({
    faults: [expect.stringMatching(/^TRIAL: must be false for ms, whose profile is official/)],
  });
  expect(existsSync(join(folder, "data"))).toBe(false);
});
