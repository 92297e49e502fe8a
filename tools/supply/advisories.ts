import { runPnpm } from "./run-pnpm.ts";

export interface Advisories {
  /** `unknown` is neither: the registry in use did not answer the question. */
  readonly state: "clean" | "open" | "unknown";
  readonly text: string;
}

/** Asks the configured registry for advisories on the production tree. */
export async function auditAdvisories(root: string): Promise<Advisories> {
  const { output } = await runPnpm(root, ["audit", "--prod", "--json"]);
  return judgeAudit(output);
}

export function judgeAudit(output: string): Advisories {
  const report = parse(output);
  const counts = report?.metadata?.vulnerabilities;
  if (counts === undefined) {
    const reason = output
      .replaceAll(/https?:\S+/g, "")
      .match(/ERR_\w+|responded with \d+/g)
      ?.join(", ");
    return {
      state: "unknown",
      text: `could not be checked, the registry gave no answer (${reason ?? "no reason given"}).`,
    };
  }
  const open = Object.entries(counts).filter(([, count]) => count > 0);
  if (open.length === 0) return { state: "clean", text: "none is known." };
  return { state: "open", text: open.map(([severity, count]) => `${count} ${severity}`).join(", ") };
}

interface Report {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
}

function parse(output: string): Report | undefined {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
