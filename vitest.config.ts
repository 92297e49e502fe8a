import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const programs = fileURLToPath(new URL("apps/network/test/built-programs.ts", import.meta.url));

/** What takes minutes begins first, so that no core is idle at the end while one of these goes on. */
const long = [
  "/crawl.journey.ts",
  "/federation.journey.ts",
  "/tour.journey.ts",
  "/kill.test.ts",
  "/accessibility-office.test.ts",
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
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
