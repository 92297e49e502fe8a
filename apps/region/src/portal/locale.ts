import type { Locale } from "@concord/runtime";

/** The first one has no prefix in addresses. */
export const locales = ["en", "es"] as const satisfies readonly Locale[];

/** The days on which months end are the Southeast's; most of it keeps Central time. */
export const regionZone = "America/Chicago";

export interface LocalizedPath {
  readonly locale: Locale;
  /** The path without its language prefix. */
  readonly path: string;
}

/** Reads the language from a path: `/es/network` is Spanish. */
export function localizedPath(pathname: string): LocalizedPath {
  const [first, ...others] = locales;
  const [, prefix = ""] = pathname.split("/", 2);
  const other = others.find((locale) => locale === prefix);
  if (!other) return { locale: first, path: pathname };
  return { locale: other, path: pathname.slice(prefix.length + 1) || "/" };
}
