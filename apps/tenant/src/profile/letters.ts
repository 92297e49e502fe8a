import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./faults.ts";
import { type Letter, type LetterKind, letterKinds } from "./schema.ts";

const everywhere = [
  "organization",
  "contactName",
  "reference",
  "level",
  "programName",
  "acronym",
  "discreetName",
  "officeName",
  "officeEmail",
  "signature",
];

/** What each letter may say, and what it must say to be of any use. */
const letterPlaceholders: Readonly<Record<LetterKind, { may: readonly string[]; must: readonly string[] }>> =
  {
    approval: {
      may: [
        ...everywhere,
        "membershipNumber",
        "validFrom",
        "validUntil",
        "due",
        "link",
        "verifyLink",
        "verificationCode",
      ],
      must: ["organization", "membershipNumber", "validUntil", "verifyLink", "verificationCode", "signature"],
    },
    denial: { may: [...everywhere, "reasons"], must: ["organization", "reasons", "signature"] },
    "more-information": {
      may: [...everywhere, "question", "link"],
      must: ["organization", "question", "link", "signature"],
    },
    "renewal-reminder": {
      may: [...everywhere, "membershipNumber", "renewalOpens", "validUntil", "link"],
      must: ["organization", "renewalOpens", "validUntil", "link", "signature"],
    },
    revocation: {
      may: [...everywhere, "membershipNumber", "reasons"],
      must: ["organization", "reasons", "signature"],
    },
  };

/** Fills a letter's placeholders. Values are plain text: whoever makes HTML of the letter escapes it. */
export function fillLetter(letter: Letter, values: Readonly<Record<string, string>>): Letter {
  const fill = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the letter needs a value for ${name}`);
      return value;
    });
  return { subject: fill(letter.subject), body: fill(letter.body) };
}

/** Placeholders whose values name the program. */
const telling = ["programName", "acronym", "signature"];

/**
 * Reads every letter in every language: the profile's own, or else the one all profiles share.
 * `names` are those of the program, which no subject may give away.
 */
export function readLetters(
  folder: string,
  shared: string,
  { locales, names }: { readonly locales: readonly string[]; readonly names: readonly string[] },
  faults: Fault[],
): Record<LetterKind, Record<string, Letter>> {
  strangeFiles(folder, locales, faults);
  const letters: Record<LetterKind, Record<string, Letter>> = {
    approval: {},
    denial: {},
    "more-information": {},
    "renewal-reminder": {},
    revocation: {},
  };
  for (const kind of letterKinds) {
    for (const locale of locales) {
      const name = `${kind}.${locale}.md`;
      const path = [folder, shared]
        .map((base) => join(base, name))
        .find((candidate) => existsSync(candidate));
      const file = `letters/${name}`;
      if (!path) {
        faults.push({ file, path: "", problem: "is missing", mend: "write this letter" });
        continue;
      }
      const letter = readLetter(readFileSync(path, "utf8"), kind, file, faults);
      letters[kind][locale] = letter;
      if (tells(letter.subject, names)) {
        const problem = "names the program in its subject";
        faults.push({ file, path: "", problem, mend: "write {{discreetName}} there, or no name" });
      }
    }
  }
  return letters;
}

function readLetter(text: string, kind: LetterKind, file: string, faults: Fault[]): Letter {
  const [, subject = "", body = ""] = /^Subject: (.+)\r?\n\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (!subject || !body.trim()) {
    const mend = "start with a line `Subject: …`, then an empty line, then the letter";
    faults.push({ file, path: "", problem: "has no subject or no body", mend });
    return { subject, body };
  }
  const used = new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = ""]) => name));
  const { may, must } = letterPlaceholders[kind];
  for (const name of used) {
    if (may.includes(name)) continue;
    faults.push({
      file,
      path: "",
      problem: `{{${name}}} is not known here`,
      mend: `use one of ${may.join(", ")}`,
    });
  }
  for (const name of must) {
    if (used.has(name)) continue;
    faults.push({
      file,
      path: "",
      problem: `never says {{${name}}}`,
      mend: `put {{${name}}} into the letter`,
    });
  }
  return { subject, body: body.trim() };
}

/** A subject is read by whoever looks at the screen, so it says nothing of the program. */
function tells(subject: string, names: readonly string[]): boolean {
  const said = telling.map((name) => `{{${name}}}`).concat(names);
  return said.some((name) => new RegExp(`(^|\\W)${escaped(name)}(\\W|$)`).test(subject));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function strangeFiles(folder: string, locales: readonly string[], faults: Fault[]): void {
  const known = new Set(letterKinds.flatMap((kind) => locales.map((locale) => `${kind}.${locale}.md`)));
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (known.has(name)) continue;
    const mend = `name it <${letterKinds.join(" | ")}>.<language>.md, in a language the profile offers`;
    faults.push({ file: `letters/${name}`, path: "", problem: "is not a letter known here", mend });
  }
}
