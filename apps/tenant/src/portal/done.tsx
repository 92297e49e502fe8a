import { Alert, type Site } from "@concord/ui";

/**
 * Says at the top of a page what was just done. A command that went well comes back to its page with `?done=` and one
 * of these names; any other name says nothing.
 */
export function Done({ site, words }: { site: Site; words: Readonly<Record<string, string>> }) {
  const name = new URLSearchParams(site.path.split("?")[1]).get("done") ?? "";
  if (!Object.hasOwn(words, name)) return null;
  return (
    <Alert kind="success" announce>
      {words[name]}
    </Alert>
  );
}
