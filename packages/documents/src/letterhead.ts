import type { Locale } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import type { Language } from "./press.ts";

/** A program's look; the portal's brand fits as it is. Colors are `#rrggbb`. */
interface DocumentBrand {
  readonly name: string;
  readonly acronym: string;
  /** An SVG document; decorative, since the name stands beside it. */
  readonly emblemSvg: string;
  readonly colors: {
    readonly primary: string;
    readonly primaryDark: string;
    readonly accent: string;
  };
}

interface DocumentOffice {
  readonly name: string;
  /** Lines as they are printed on an envelope, where the address is known. */
  readonly address?: readonly string[] | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
}

/** Who signs; printed on official documents only. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
}

/** Who issues a document, in what language, and whether it has any official effect. */
export interface Letterhead {
  readonly locale: Locale;
  readonly brand: DocumentBrand;
  readonly office: DocumentOffice;
  /** As in "State of Mississippi", without the words "State of". */
  readonly jurisdictionName: string;
  /** Unless true, the demonstration notice is printed and no signatory is. */
  readonly official: boolean;
}

/** The language whose words and hyphenation are used; what is not Spanish is English. */
export function documentLanguage(locale: Locale): Language {
  return locale.toLowerCase().split("-")[0] === "es" ? "es" : "en";
}

/** What every template needs: brand, office and the notice, already in words. */
export function letterheadData(head: Letterhead) {
  const t = messages.in(documentLanguage(head.locale));
  const { name, acronym, colors } = head.brand;
  const { primary, primaryDark, accent } = colors;
  const { phone, email, website } = head.office;
  const contact = [phone, email, website].filter((part) => part !== undefined);
  return {
    brand: { name, acronym, colors: { primary, primaryDark, accent } },
    emblemAlt: t("emblem-alt", { program: name }),
    office: { name: head.office.name, address: head.office.address ?? [], contact },
    notice: head.official ? null : t("demonstration", { jurisdiction: head.jurisdictionName }),
  };
}

/** A signatory for an official document, nobody otherwise. */
export function officialSignatory(head: Letterhead, signatory: Signatory | undefined) {
  return head.official && signatory ? { name: signatory.name, title: signatory.title } : null;
}
