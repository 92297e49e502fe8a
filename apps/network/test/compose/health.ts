import { Program } from "../tenant-program.ts";
import type { Service } from "./compose-file.ts";

/** Runs a service's own health check, as Docker does inside the container, with the port that the program has here. */
export async function isHealthy({ healthcheck }: Service, port: number): Promise<boolean> {
  const [kind, ...command] = healthcheck.test;
  if (kind !== "CMD") throw new Error(`a health check of another kind: ${kind}`);
  return (await new Program({ command, env: { PORT: String(port) } }).ended()) === 0;
}
