import { draftRoot, type KeyRole, type PublicJwk } from "@concord/federation";
import { roleFrom, usualRootDays } from "@concord/stewardship";
import { asRefusal } from "./as-refusal.ts";
import type { Wish } from "./model.ts";
import { type DeskDocument, readDocument } from "./read-document.ts";
import type { DeskTrust } from "./read-trust.ts";

type RootWish = Extract<Wish, { ceremony: "root" }>;

/** Writes the next root, with the keys that stay and those that are new. Throws `desk.rule-broken`. */
export async function composeRoot(wish: RootWish, trust: DeskTrust, at: number): Promise<DeskDocument> {
  const { root } = trust;
  const text = await draftRoot(
    {
      ...{ version: root.version + 1, iat: at, exp: at + usualRootDays * 86_400 },
      root: roleOf(root.root, wish["root-keep"], {
        fresh: [wish["root-new-1"], wish["root-new-2"]],
        threshold: wish["root-threshold"],
      }),
      registry: roleOf(root.registry, wish["registry-keep"], {
        fresh: [wish["registry-new-1"], wish["registry-new-2"]],
        threshold: wish["registry-threshold"],
      }),
    },
    [],
  ).catch(asRefusal);
  return await readDocument(text, trust);
}

interface Wanted {
  readonly fresh: readonly (PublicJwk | undefined)[];
  readonly threshold: number | undefined;
}

function roleOf(held: KeyRole, keep: readonly string[] | undefined, { fresh, threshold }: Wanted) {
  const stay = held.keys.filter(({ kid }) => keep?.includes(kid));
  return roleFrom([...stay, ...fresh.flatMap((key) => (key ? [key] : []))], threshold);
}
