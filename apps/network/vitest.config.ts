import { fileURLToPath } from "node:url";
import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@concord/network",
    globalSetup: [
      fileURLToPath(new URL("../../packages/testing/src/global-setup.ts", import.meta.url)),
      fileURLToPath(new URL("test/built-programs.ts", import.meta.url)),
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
