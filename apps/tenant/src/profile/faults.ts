/** One thing wrong with a profile: where it is, what it is, and how to mend it. */
export interface Fault {
  /** Relative to the profile's folder. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file's data, or empty for the whole file. */
  readonly path: string;
  readonly line?: number;
  readonly problem: string;
  readonly mend: string;
}

/** Every fault of a profile, found in one go. */
export class ProfileError extends Error {
  readonly folder: string;
  readonly faults: readonly Fault[];

  constructor(folder: string, faults: readonly Fault[]) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    super(`The profile in ${folder} has ${count}:\n${faults.map(describeFault).join("\n")}`);
    this.name = "ProfileError";
    this.folder = folder;
    this.faults = faults;
  }
}

function describeFault(fault: Fault): string {
  const at = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return `  - ${at} ${fault.path || "(whole file)"}: ${fault.problem}\n    mend: ${fault.mend}`;
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
