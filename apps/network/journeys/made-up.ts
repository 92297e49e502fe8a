import { randomInt } from "node:crypto";

const syllables = [
  "ba",
  "cor",
  "del",
  "fen",
  "gal",
  "hol",
  "jas",
  "lor",
  "mar",
  "nel",
  "pon",
  "quin",
  "ras",
  "tol",
  "ver",
];

/** A name that no list of the product knows. */
export function madeUpName(): string {
  const word = Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join("");
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

export function madeUpFirm(): { name: string; contact: string; email: string; street: string } {
  const word = madeUpName();
  return {
    name: `${word} Bay Motel & Suites LLC`,
    contact: `Ana ${madeUpName()} Núñez`,
    email: `owner@${word.toLowerCase()}.example`,
    street: `${randomInt(10, 9000)} ${madeUpName()} Street`,
  };
}
