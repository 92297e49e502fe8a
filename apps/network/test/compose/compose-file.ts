import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "../tenant-program.ts";

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  profiles: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
export type Service = z.infer<typeof service>;

type Variables = Readonly<Record<string, string>>;

/** The file as Docker reads it: parsed, then every string filled in from `env` or by its defaults. */
export function readComposeFile(env: Variables): Record<string, Service> {
  const text = readFileSync(join(projectRoot, "docker-compose.yml"), "utf8");
  const { services } = z.object({ services: z.unknown() }).parse(parse(text, { merge: true }));
  return z.record(z.string(), service).parse(filled(services, env));
}

function filled(node: unknown, env: Variables): unknown {
  if (typeof node === "string") return fill(node, env);
  if (Array.isArray(node)) return node.map((one) => filled(one, env));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, filled(one, env)]));
}

/** `${NAME:-default}` and `${NAME:?complaint}`. */
function fill(text: string, env: Variables): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    const value = env[name] || (kind === "-" ? rest : undefined);
    if (value === undefined) throw new Error(`${name}: ${rest}`);
    return value;
  });
}

/** Our own services of the state's instance, each after those that it waits for. */
export function inOrder(services: Readonly<Record<string, Service>>): [string, Service][] {
  const ours = Object.entries(services).filter(
    ([, { image, profiles }]) => image.startsWith("concord:") && profiles.length === 0,
  );
  const done: [string, Service][] = [];
  while (done.length < ours.length) {
    const next = ours.find(
      ([name, { depends_on }]) =>
        !done.some(([one]) => one === name) &&
        ours.every(([other]) => !(other in depends_on) || done.some(([one]) => one === other)),
    );
    if (!next) throw new Error("services wait for each other in a circle");
    done.push(next);
  }
  return done;
}
