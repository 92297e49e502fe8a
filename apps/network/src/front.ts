import { hostDispatch, type Site } from "@concord/http";
import type { Instance } from "./instances/instance.ts";

/** Sends each host to its instance; `localhost` itself is the lobby. */
export function createFront(port: number, lobby: Site, instances: readonly Instance[]): Site {
  const sites = new Map<string, Site>([
    [`localhost:${port}`, lobby],
    [`127.0.0.1:${port}`, lobby],
  ]);
  for (const instance of instances) sites.set(`${instance.code}.localhost:${port}`, instance);
  return hostDispatch(sites);
}
