/** Whether a path is one of the prefixes or lies below one: `/api` holds `/api/v1` and not `/apiary`. */
export function isUnder(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}
