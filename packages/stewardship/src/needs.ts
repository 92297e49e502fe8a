import { type KeyRole, type PublicJwk, type Root, signersOf } from "@concord/federation";

/** Whose signatures are asked for: keepers of the registry, of the present root, of the next one, or whoever is new in it. */
export type Group = "registry" | "root" | "next-root" | "new-keys";

/** A group of keys of which so many must still sign. */
export interface Need {
  readonly of: Group;
  readonly more: number;
  /** Those that have not signed. */
  readonly keys: readonly PublicJwk[];
}

/** What a registry still needs before it may be in force; nothing when it is complete. */
export function needsOfRegistry(text: string, root: Pick<Root, "registry">): Promise<Need[]> {
  return needsOf(text, "concord-registry+jws", [{ of: "registry", ...root.registry }]);
}

/**
 * What a root still needs. A new root key signs as well, so that nobody learns in an emergency that its holder
 * cannot open it.
 */
export function needsOfRoot(
  text: string,
  next: Pick<Root, "root">,
  current: Pick<Root, "root"> | undefined,
): Promise<Need[]> {
  const held = current?.root.keys.map(({ kid }) => kid) ?? [];
  const fresh = next.root.keys.filter(({ kid }) => !held.includes(kid));
  return needsOf(text, "concord-root+jws", [
    ...(current ? [{ of: "root", ...current.root } as const] : []),
    { of: "next-root", ...next.root },
    { of: "new-keys", keys: fresh, threshold: fresh.length },
  ]);
}

async function needsOf(
  text: string,
  typ: Parameters<typeof signersOf>[1],
  roles: readonly (KeyRole & { readonly of: Group })[],
): Promise<Need[]> {
  const needs = await Promise.all(
    roles.map(async ({ of, keys, threshold }) => {
      const signed = await signersOf(text, typ, keys);
      const open = keys.filter(({ kid }) => !signed.includes(kid));
      return { of, more: Math.max(0, threshold - signed.length), keys: open };
    }),
  );
  return needs.filter(({ more }) => more > 0);
}
