import { fingerprint } from "@concord/stewardship";
import type { Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { DeskDocument } from "../read-document.ts";

/** A keeper as others know them: by the fingerprint of the key and its place among the keys. */
export function Keeper({ site, document, kid }: { site: Site; document: DeskDocument; kid: string }) {
  const t = messages.in(site.locale);
  const { keys } = document;
  const place = keys.findIndex((key) => key.kid === kid) + 1;
  return (
    <>
      <span class="region-code">{fingerprint(kid)}</span> (
      {t("document.key-of", { place, keys: keys.length })})
    </>
  );
}

/** Keys whose signature would count and is not there. */
export function openKeys({ needs }: DeskDocument): string[] {
  return [...new Set(needs.flatMap(({ keys }) => keys.map(({ kid }) => kid)))];
}

/** The least number of keepers who must still sign. */
export function moreNeeded({ needs }: DeskDocument): number {
  return Math.max(0, ...needs.map(({ more }) => more));
}
