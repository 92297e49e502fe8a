import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/*",
      "apps/*",
      "tools",
      {
        extends: true,
        root: "./apps/network",
        test: {
          name: "journeys",
          globalSetup: [fileURLToPath(new URL("apps/network/test/built-programs.ts", import.meta.url))],
          include: ["journeys/**/*.{journey,test}.{ts,tsx}"],
          // One network and one browser at a time: two cores serve them all.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
