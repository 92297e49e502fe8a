import type { z } from "zod";
import { type Fault, pointer } from "./faults.ts";

type Found = Pick<Fault, "path" | "problem" | "mend">;

/** Says in plain words what a schema issue is and how to mend it; one issue may name several unknown keys. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): Found[] {
  const path = pointer(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, issue.path, knownKeys(issue.path)));
    case "invalid_type":
      return [wrongType(issue, path)];
    case "invalid_value": {
      const values = issue.values.map((value) => `\`${String(value)}\``).join(", ");
      return [{ path, problem: "is not one of the values known here", mend: `use one of ${values}` }];
    }
    case "too_small":
      return [{ path, problem: "is too short or too small", mend: `give at least ${issue.minimum}` }];
    case "too_big":
      return [{ path, problem: "is too long or too large", mend: `give at most ${issue.maximum}` }];
    case "invalid_format":
      return [{ path, problem: formatProblem(issue), mend: formatMend(issue) }];
    case "custom":
      return [{ path, problem: issue.message, mend: String(issue.params?.mend ?? "see the schema") }];
    default:
      return [{ path, problem: issue.message, mend: "see profile.schema.json for what may stand here" }];
  }
}

function wrongType(issue: z.core.$ZodIssueInvalidType, path: string): Found {
  const missing = issue.message.endsWith("received undefined");
  const key = String(issue.path.at(-1) ?? "");
  if (missing) return { path, problem: "is missing", mend: `add \`${key}\` (${issue.expected})` };
  const quotes = issue.expected === "string" ? ", in quotes if it looks like a number or yes/no" : "";
  return { path, problem: `is not a ${issue.expected}`, mend: `give a ${issue.expected}${quotes}` };
}

function unknownKey(key: string, parent: readonly PropertyKey[], known: readonly string[]): Found {
  const close = known.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2);
  const allowed = known.length > 0 ? `; known here: ${known.join(", ")}` : "";
  return {
    path: pointer([...parent, key]),
    problem: "is not a known key",
    mend: close ? `write \`${close}\`` : `remove it${allowed}`,
  };
}

function formatProblem(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.message.startsWith("is ")) return issue.message;
  return issue.format === "date" ? "is not a day" : `is not a valid ${issue.format}`;
}

function formatMend(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === "date") return "write it as YYYY-MM-DD";
  if (issue.format === "url") return "give a full address that starts with https://";
  if (issue.format === "email") return "give an address such as program@office.example";
  return issue.pattern ? `it must match ${issue.pattern}` : "see profile.schema.json";
}

/** Levenshtein distance, for "did you mean". */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, character] of [...other].entries()) {
      const swap = (row[j] ?? 0) + (letter === character ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
