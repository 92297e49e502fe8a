import { type Command, Given, type Outcome, type Surroundings } from "./command.ts";
import { commands } from "./commands/index.ts";
import { asRefusal, inWords } from "./words.ts";

/** What a call of the program leaves behind. */
export interface Answer {
  /** 0 done, 1 refused, 2 wrong use. */
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one ceremony. Nothing is thrown for what a person can mend. */
export async function run(args: readonly string[], around: Surroundings): Promise<Answer> {
  const json = args.includes("--json");
  const words = args.filter((arg) => arg !== "--json");
  const command = commandOf(words);
  if (!command || words.includes("--help") || words.includes("-h")) return help(words, command);
  const rest = words.slice(1 + command.name.split(" ").length);
  try {
    const progress = (line: string) => around.progress(printable(line));
    return answer(await command.run(new Given(command, rest), { ...around, progress }), json);
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (refusal.code === "ceremonies.usage") {
      return { exitCode: 2, stdout: "", stderr: `${refusal.params.why}\n\n${command.help}\n` };
    }
    const said = inWords(refusal);
    const stdout = json ? `${JSON.stringify(said)}\n` : "";
    return { exitCode: 1, stdout, stderr: `Refused: ${printable(said.says)}\n${printable(said.mend)}\n` };
  }
}

function commandOf([program, ...words]: readonly string[]): Command | undefined {
  if (program !== "network") return undefined;
  const fits = ({ name }: Command) => name.split(" ").every((word, at) => words[at] === word);
  return commands.find(fits);
}

function answer({ says, next, json: facts, holds = true }: Outcome, json: boolean): Answer {
  const lines = [...says, ...next.map((line) => `Next: ${line}`)];
  const stdout = json ? JSON.stringify({ ...facts, next }) : lines.map(printable).join("\n");
  return { exitCode: holds ? 0 : 1, stdout: `${stdout}\n`, stderr: "" };
}

/** A file from elsewhere may hold what moves a terminal's cursor or turns its letters round. */
function printable(line: string): string {
  return line.replaceAll(/\p{C}/gu, "\ufffd");
}

function help(words: readonly string[], command: Command | undefined): Answer {
  if (command) return { exitCode: 0, stdout: `${command.help}\n`, stderr: "" };
  const wanted = words.length === 0 || words.includes("--help") || words.includes("-h");
  const overview = `${usage()}\n`;
  if (wanted && words.every((word) => word === "network" || word.startsWith("-"))) {
    return { exitCode: 0, stdout: overview, stderr: "" };
  }
  return { exitCode: 2, stdout: "", stderr: `There is no such ceremony.\n\n${overview}` };
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `concord network <ceremony> [options]

The ceremonies of a network: who is a member, which keys count, and who decides it.

${list.join("\n")}

"concord network <ceremony> --help" says what it does, who must be present and what comes next.
--json answers in JSON on standard output; progress is told on standard error.
Exit codes: 0 done, 1 refused (it says why and how to mend it), 2 wrong use.
Every ceremony may be broken off and repeated. Files are replaced whole or not at all.`;
}
