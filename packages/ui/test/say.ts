import { useSite } from "../src/index.ts";

/** Picks the text of the page's language. */
export function useSay(): (english: string, spanish: string) => string {
  const { locale } = useSite();
  return (english, spanish) => (locale === "es" ? spanish : english);
}
