import type { RouteRule } from "@concord/testing";
import { type Permission, permissions } from "../../src/identity/index.ts";
import { createApiToken } from "../../src/identity/tokens.ts";
import { startApplication } from "../../src/membership/index.ts";
import { openWorld, type TenantWorld } from "./world.ts";

export interface ApiWorld extends TenantWorld {
  readonly tokens: ReadonlyMap<Permission, string>;
  readonly drafts: readonly { readonly id: string; readonly secret: string }[];
}
export type Rule = RouteRule<ApiWorld>;

/** The world of the routes, with a token of each scope and two applications that were begun. */
export async function openApi(): Promise<ApiWorld> {
  const world = await openWorld();
  const context = world.tenant.context();
  const tokens = new Map<Permission, string>();
  for (const scope of permissions) {
    tokens.set(scope, (await createApiToken(context, { name: scope, scopes: [scope] })).token);
  }
  const drafts = [];
  for (const _ of ["own", "foreign"]) {
    const { application, secret } = await startApplication(context, { form: {} });
    drafts.push({ id: application.id, secret });
  }
  return { ...world, tokens, drafts };
}

/** For everybody. */
export const open = (route: string, path?: (world: ApiWorld) => string, more: Partial<Rule> = {}): Rule => ({
  route,
  allow: "anyone",
  ...(path ? { paths: (world) => ({ own: path(world) }) } : {}),
  ...more,
});

/** For a token with this scope and with no other; a token is the office's own, so every object is. */
export const scoped = (
  route: string,
  scope: Permission,
  path?: (world: ApiWorld) => string,
  more: Partial<Rule> = {},
): Rule => ({
  route,
  allow: [scope],
  ...(path ? { paths: (world) => ({ own: path(world) }) } : {}),
  ...more,
  except: { ...(path ? { foreign: "a token speaks for the whole office" } : {}), ...more.except },
});
export const noBody = { except: { "content-type": "it takes no body" } } as const;
