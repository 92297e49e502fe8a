import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ConfigError, parseEnvironment } from "@concord/runtime";
import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const origin = z
  .url({ protocol: /^https?$/, message: "must be a URL such as https://mbat.example.gov" })
  .refine(
    (value) => !URL.canParse(value) || new URL(value).origin === value,
    "must have no path and no slash at its end",
  );

/** The environment of one tenant's process; `.env.example` lists the same names and a test holds them together. */
export const environmentSchema = z
  .object({
    PROFILE: z
      .string()
      .describe("Folder name below profiles/ or a path to a profile folder; several with commas between"),
    ORIGIN: origin.describe("Public base URL of this instance"),
    PORT: port.default(8080).describe("Port to listen on"),
    METRICS_PORT: port.optional().describe("Private port for Prometheus metrics"),
    DATABASE_URL: z
      .string()
      .startsWith("postgres")
      .optional()
      .describe("Serving role's connection; without it an embedded server is started"),
    OWNER_DATABASE_URL: z
      .string()
      .startsWith("postgres")
      .optional()
      .describe("Migrating role's connection, for `migrate`"),
    DATA_DIR: z
      .string()
      .default(".data/tenant")
      .describe("Folder for the embedded database and, by default, keys and files"),
    KEYS_DIR: z.string().optional().describe("Folder of key files (0600), outside database and backups"),
    NETWORK_DIR: z.string().optional().describe("Folder with root.json and registry.json of the network"),
    BLOBS: z
      .string()
      .regex(/^(file|s3):\/\//, "must begin with file:// or s3://")
      .optional()
      .describe("Where files are kept"),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY_FILE: z.string().optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
      .optional(),
    TRUSTED_PROXIES: list.default([]).describe("CIDR ranges whose X-Forwarded-For is believed"),
    TRIAL: flag.default(false).describe("true serves the mailbox page and the demonstration"),
    LOBBY_URL: origin.optional().describe("Of a trial: the lobby that pages link back to"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .superRefine((env, issues) => {
    if (
      env.BLOBS?.startsWith("s3://") &&
      !(env.S3_ENDPOINT && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY_FILE)
    ) {
      issues.addIssue({
        code: "custom",
        path: ["BLOBS"],
        message: "an s3:// store needs S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY_FILE",
      });
    }
    if (!env.TRIAL && env.LOBBY_URL) {
      issues.addIssue({ code: "custom", path: ["LOBBY_URL"], message: "is for trials only" });
    }
    if (!env.TRIAL && !env.SMTP_URL) {
      issues.addIssue({
        code: "custom",
        path: ["SMTP_URL"],
        message: "is needed unless TRIAL=true, or nobody can sign in",
      });
    }
    if (!env.TRIAL && !env.ORIGIN.startsWith("https://")) {
      issues.addIssue({
        code: "custom",
        path: ["ORIGIN"],
        message: "must begin with https:// unless TRIAL=true",
      });
    }
  });

export type TenantConfig = Readonly<z.infer<typeof environmentSchema>> & {
  readonly keysDir: string;
  readonly blobs: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

export interface TenantProcessConfig {
  readonly config: TenantConfig;
  readonly secrets: { readonly s3SecretAccessKey?: string };
}

/** Variables in which `{code}` stands for the profile's code, where one process hosts several tenants. */
const perTenant = ["ORIGIN", "DATABASE_URL", "OWNER_DATABASE_URL", "DATA_DIR", "KEYS_DIR", "BLOBS"] as const;

/** Reads and checks the environment of one tenant; every fault is reported at once. Throws ConfigError. */
export function readTenantConfig(env: Environment): TenantProcessConfig {
  const parsed = parseEnvironment(environmentSchema, env);
  const file = parsed.S3_SECRET_ACCESS_KEY_FILE;
  return Object.freeze({
    config: Object.freeze({
      ...parsed,
      keysDir: parsed.KEYS_DIR ?? join(parsed.DATA_DIR, "keys"),
      blobs: parsed.BLOBS ?? `file://${join(parsed.DATA_DIR, "blobs")}`,
    }),
    secrets: Object.freeze(file ? { s3SecretAccessKey: readFileSync(file, "utf8").trim() } : {}),
  });
}

/**
 * The tenants of one process: PROFILE names one, or several with commas between. With several, `{code}` in
 * ORIGIN and in the places of their data keeps them apart. Throws ConfigError.
 */
export function readTenantConfigs(env: Environment = process.env): readonly TenantProcessConfig[] {
  const profiles = (env.PROFILE ?? "").split(",").map((profile) => profile.trim());
  if (profiles.length === 1) return [readTenantConfig(env)];
  const alike = perTenant.filter((name) => env[name] && !env[name].includes("{code}"));
  if (alike.length > 0)
    throw new ConfigError(alike.map((name) => `${name}: needs {code}, since PROFILE names several`));
  const dataDir = { DATA_DIR: env.DATA_DIR ?? ".data/{code}" };
  return profiles.map((profile) => {
    const code = basename(profile);
    const filled = Object.entries({ ...env, ...dataDir }).map(([name, value]) => [
      name,
      perTenant.some((one) => one === name) ? value?.replaceAll("{code}", code) : value,
    ]);
    return readTenantConfig({ ...Object.fromEntries(filled), PROFILE: profile });
  });
}
