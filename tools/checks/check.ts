/** What a check found: nothing, or faults that each name the place and the mend. */
export interface Outcome {
  readonly faults: readonly string[];
  /** A line worth reading even when all is well, such as a median. */
  readonly note?: string;
}

export interface Check {
  readonly name: string;
  run(root: string): Promise<Outcome>;
}
