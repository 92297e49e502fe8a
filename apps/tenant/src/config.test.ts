import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "@concord/runtime";
import { expect, test } from "vitest";
import { environmentSchema, readTenantConfig, readTenantConfigs } from "./config.ts";

const trial = { PROFILE: "ms", ORIGIN: "http://ms.localhost:4600", TRIAL: "true" };

test("every fault of an environment is reported at once, without its values", () => {
  const bad = {
    ...trial,
    ORIGIN: "ms.example.gov",
    PORT: "many",
    LOG_LEVEL: "loud",
    BLOBS: "ftp://files",
    SMTP_URL: "secret-password",
  };
  const faults = (() => {
    try {
      readTenantConfig(bad);
    } catch (error) {
      return error instanceof ConfigError ? error : undefined;
    }
  })();
  expect(faults?.faults.map((fault) => fault.split(":")[0]).sort()).toEqual([
    "BLOBS",
    "LOG_LEVEL",
    "ORIGIN",
    "PORT",
    "SMTP_URL",
  ]);
  expect(faults?.message).not.toContain("secret-password");
});

test("production needs mail and https; a trial does not", () => {
  expect(() => readTenantConfig({ PROFILE: "ms", ORIGIN: "http://mbat.example.gov" })).toThrow(
    /SMTP_URL[\s\S]*ORIGIN|ORIGIN[\s\S]*SMTP_URL/,
  );
  expect(readTenantConfig(trial).config.blobs).toMatch(/^file:\/\//);
});

test(".env.example names every variable, and no other but those of compose", () => {
  const example = readFileSync(join(import.meta.dirname, "../../../.env.example"), "utf8");
  const named = [...example.matchAll(/^([A-Z0-9_]+)=/gm)]
    .map(([, name]) => name)
    .filter((name) => !/^(CONCORD|COMPOSE)_/.test(name ?? ""));
  expect(named.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
});

test("one process hosts several tenants, each with its own address and places", () => {
  const several = {
    PROFILE: "ms, al",
    ORIGIN: "http://{code}.localhost:4600",
    TRIAL: "true",
    DATABASE_URL: "postgres://app@db/{code}",
  };
  const [ms, al] = readTenantConfigs(several).map(({ config }) => config);
  expect(ms).toMatchObject({
    PROFILE: "ms",
    ORIGIN: "http://ms.localhost:4600",
    DATABASE_URL: "postgres://app@db/ms",
    DATA_DIR: ".data/ms",
  });
  expect(al).toMatchObject({ PROFILE: "al", ORIGIN: "http://al.localhost:4600", DATA_DIR: ".data/al" });
  expect(() => readTenantConfigs({ ...several, ORIGIN: "http://all.localhost" })).toThrow(
    /ORIGIN: needs \{code\}/,
  );
});
