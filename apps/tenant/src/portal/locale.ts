import type { Locale } from "@concord/runtime";

export interface LocalizedPath {
  readonly locale: Locale;
  /** The path without its language prefix. */
  readonly path: string;
}

/** Reads the language from a path: the first language has no prefix, `/es/members` is Spanish. */
export function localizedPath(pathname: string, locales: readonly Locale[]): LocalizedPath {
  const [first = "en", ...others] = locales;
  const [, prefix = ""] = pathname.split("/", 2);
  if (!others.includes(prefix)) return { locale: first, path: pathname };
  return { locale: prefix, path: pathname.slice(prefix.length + 1) || "/" };
}
