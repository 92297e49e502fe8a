import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@concord/ceremonies",
    testTimeout: 30_000,
  },
});
