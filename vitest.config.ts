import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const programs = fileURLToPath(new URL("apps/network/test/built-programs.ts", import.meta.url));

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
          globalSetup: [programs],
          include: ["journeys/**/*.journey.ts"],
          exclude: ["journeys/start.journey.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        root: "./apps/network",
        test: {
          name: "start",
          globalSetup: [programs],
          // It holds `npm start` to its times, so nothing else runs beside it.
          include: ["journeys/start.journey.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
