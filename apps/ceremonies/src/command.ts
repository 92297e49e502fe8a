import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type Clock, DomainError } from "@concord/runtime";

/** What a ceremony needs of the world around it; tests give their own. */
export interface Surroundings {
  readonly clock: Clock;
  /** Asks whoever sits at the terminal, without showing what is typed. Throws where there is no terminal. */
  readonly askPassphrase: (question: string) => Promise<string>;
  /** Says on standard error what is being done. */
  readonly progress: (line: string) => void;
  /** Replaces a file, whole or not at all. */
  readonly write: (path: string, text: string, mode: number) => Promise<void>;
  /** Rounds of PBKDF2 that lie between a passphrase and a new offline key. */
  readonly keyRounds: number;
}

/** What was done: lines to read, what comes next, and the same for programs. */
export interface Outcome {
  readonly says: readonly string[];
  readonly next: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  /** False when the answer is a no, as of a file that does not hold; nothing was changed. */
  readonly holds?: boolean;
}

export interface Command {
  /** The words after `concord network`. */
  readonly name: string;
  readonly summary: string;
  /** What it does, who must be present, what comes next. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words without a dash follow the name. */
  readonly words: number;
  run(given: Given, around: Surroundings): Promise<Outcome>;
}

/** The options of every ceremony that signs. */
export const signing = {
  folder: { type: "string" },
  with: { type: "string", multiple: true },
  "passphrase-file": { type: "string", multiple: true },
} as const satisfies ParseArgsOptionsConfig;

/** Options and words as somebody typed them. Throws `ceremonies.usage` for what is left out or is no number. */
export class Given {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #words: readonly string[];

  constructor(command: Command, args: readonly string[]) {
    const { values, positionals } = parse(command, args);
    if (positionals.length !== command.words) throw wrongUse(`it takes ${command.words} word(s)`);
    this.#values = values;
    this.#words = positionals;
  }

  word(at = 0): string {
    return this.#words[at] ?? "";
  }

  one(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  needed(name: string): string {
    const value = this.one(name);
    if (!value) throw wrongUse(`--${name} is missing`);
    return value;
  }

  many(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  number(name: string): number | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,10}$/.test(value)) throw wrongUse(`--${name} must be a whole number`);
    return Number(value);
  }

  neededNumber(name: string): number {
    const value = this.number(name);
    if (value === undefined) throw wrongUse(`--${name} is missing`);
    return value;
  }

  get folder(): string {
    return this.one("folder") ?? ".";
  }
}

export function wrongUse(why: string): DomainError {
  return new DomainError("ceremonies.usage", "invalid", { why });
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : "unreadable options");
  }
}
