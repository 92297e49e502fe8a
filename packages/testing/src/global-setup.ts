import type { TestProject } from "vitest/node";
import { leaseTestServer, type TestServerUrls } from "./test-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    concordTestServer: TestServerUrls;
  }
}

/** Vitest's globalSetup of every package that needs a database. */
/** @public Vitest calls it by name. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { urls, release } = await leaseTestServer();
  project.provide("concordTestServer", urls);
  return release;
}
