import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createIntl, createIntlCache } from "@formatjs/intl";
import { asWrittenHere } from "./numbers.ts";

export type Locale = string;
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** One language's ICU messages by key. */
export type Catalog<Key extends string = string> = Readonly<Record<Key, string>>;

/** Any catalog, asked by a key that may not be there, such as an error's code. */
export interface MessageSource {
  find(locale: Locale, key: string, values?: MessageValues): string | undefined;
}

/** The messages of one slice in every language it has; each language is a file `messages/<locale>.ts`. */
export class Messages<Key extends string> implements MessageSource {
  readonly #catalogs: ReadonlyMap<Locale, Catalog<Key>>;
  readonly #formatters = new Map<Locale, ReturnType<typeof createIntl>>();

  constructor(catalogs: ReadonlyMap<Locale, Catalog<Key>>) {
    this.#catalogs = catalogs;
  }

  get locales(): readonly Locale[] {
    return [...this.#catalogs.keys()];
  }

  has(key: string): key is Key {
    return Object.hasOwn(this.#catalogs.get("en") ?? {}, key);
  }

  /** A translator for one language; an unknown language reads English, an unknown key throws. */
  in(locale: Locale): Translate<Key> {
    const known = this.#catalogs.has(locale) ? locale : "en";
    return (key, values) => this.#format(known, key, values);
  }

  find(locale: Locale, key: string, values?: MessageValues): string | undefined {
    return this.has(key) ? this.in(locale)(key, values) : undefined;
  }

  #format(locale: Locale, key: Key, values: MessageValues | undefined): string {
    const text = this.#catalogs.get(locale)?.[key];
    if (text === undefined) throw new Error(`no message ${key} in ${locale}`);
    if (values === undefined && !/[{'<]/.test(text)) return text;
    let intl = this.#formatters.get(locale);
    if (!intl) {
      const here = asWrittenHere(locale).toString();
      intl = createIntl({ locale: here, defaultLocale: here, onError: rethrow }, createIntlCache());
      this.#formatters.set(locale, intl);
    }
    return String(intl.formatMessage({ id: key, defaultMessage: text }, { ...values }));
  }
}

export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * Reads every `<locale>.ts` of a `messages` folder; adding a language adds a file there and nothing else.
 * `english` is the default export of `en.ts` and gives the keys their type. A catalog that lacks a key is refused.
 */
export async function loadMessages<Key extends string>(
  folder: string,
  english: Catalog<Key>,
): Promise<Messages<Key>> {
  const catalogs = new Map<Locale, Catalog<Key>>([["en", english]]);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "en.ts")) {
    const { default: catalog } = await import(pathToFileURL(join(folder, file)).href);
    const missing = Object.keys(english).filter((key) => !Object.hasOwn(catalog, key));
    if (missing.length > 0) throw new Error(`${join(folder, file)} lacks ${missing.join(", ")}`);
    catalogs.set(file.slice(0, -3), catalog);
  }
  return new Messages(catalogs);
}

function rethrow(error: unknown): never {
  throw error;
}
