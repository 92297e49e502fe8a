const elements = new Set("p ul ol li strong em a blockquote code hr br s".split(" "));

/** Elements, attributes and addresses that rendered content must never hold. */
export function faultsInHtml(html: string): string[] {
  const tags = html.match(/<[^>]*>?/g) ?? [];
  return tags.flatMap((tag) => {
    const [, name = "", attributes = ""] =
      /^<\/?([a-z0-9]+)((?:\s+[a-z]+="[^"<>]*")*)\s*\/?>$/.exec(tag) ?? [];
    if (!elements.has(name)) return [tag];
    const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)];
    return pairs.filter(([, key, value]) => !isAllowed(name, key ?? "", value ?? "")).map(() => tag);
  });
}

function isAllowed(element: string, key: string, value: string): boolean {
  if (element === "ol" && key === "start") return /^\d+$/.test(value);
  if (element !== "a") return false;
  if (key === "href") return /^(https:\/\/[^/@]+([/?#]|$)|mailto:|tel:\+?\d+$|#)/i.test(value);
  return key === "title" || (key === "rel" && value === "noopener noreferrer external");
}
