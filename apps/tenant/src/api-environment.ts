import type { Context } from "./context.ts";

/** What every route of `/api/v1` finds. */
export interface ApiEnv {
  Variables: {
    readonly context: Context;
  };
}
