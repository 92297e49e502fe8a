import { z } from "zod";

/** What a disclosure can come in: an application with its files, or a member's record with its evidence. */
export const restrictable = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("application"), id: z.string().startsWith("app_") }),
  z.object({ kind: z.literal("member"), id: z.string().startsWith("mem_") }),
]);
export type Restrictable = z.infer<typeof restrictable>;

/** A record that may hold somebody's disclosure: closed to all but its readers, undecidable, and in no export. */
export interface Restriction {
  readonly id: string;
  readonly subjectKind: Restrictable["kind"];
  readonly subjectId: string;
  readonly restrictedAt: Date;
  /** Person ids of those who restricted or opened it. */
  readonly readers: readonly string[];
}

/** Only a person can have a reason to look; systems and tokens never do. */
export function mayRead(restriction: Restriction, personId: string | undefined): boolean {
  return personId !== undefined && restriction.readers.includes(personId);
}

/** Where the office handles its restriction. */
export function restrictedPath({ kind, id }: Restrictable): string {
  return `/office/restricted/${kind}/${id}`;
}

/** Where the office sees the record itself. */
export function pathOf({ kind, id }: Restrictable): string {
  return kind === "application" ? `/office/applications/${id}` : `/office/members/${id}`;
}
