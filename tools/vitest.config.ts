import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@concord/tools",
    include: ["*.test.ts", "checks/**/*.test.ts", "supply/**/*.test.ts", "run/**/*.test.mjs"],
    testTimeout: 60_000,
  },
});
