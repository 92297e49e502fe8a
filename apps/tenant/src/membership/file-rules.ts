import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { fileKinds, kindOfFile } from "../file-kind.ts";
import type { MembershipRules } from "../profile/index.ts";

/** At most 10 MiB. */
const maxFileBytes = 10 * 1024 * 1024;

/** Enough for every commitment and for second thoughts. */
const maxFiles = 20;

/** What a member may add to its record from one year's day to the next: each commitment several times over. */
const maxFilesInAYear = 40;

const fileName = z.string().trim().min(1).max(200, "field.too-big");

/** A file that is already in the blob store. */
export const storedFile = z.object({
  fileName,
  mediaType: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(1, "membership.file-empty").max(maxFileBytes, "membership.file-too-large"),
});

/** What is known of a file before a byte of it is kept. */
export type FileFacts = Pick<z.infer<typeof storedFile>, "fileName" | "mediaType" | "size">;

/** Reads a file that was handed in, and throws as `demandFile` does. Its type is the one that its bytes have. */
export async function readUpload(file: File, pointer: string): Promise<FileFacts & { bytes: Uint8Array }> {
  const { name, size } = file;
  demandNameAndSize({ fileName: name, size }, pointer);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = kindOfFile(bytes) ?? refuseFile(pointer, "membership.file-kind");
  return { fileName: name, mediaType, size, bytes };
}

/** Throws where no file of this kind, size or name is taken; `pointer` is the field it came in. */
export function demandFile(file: FileFacts, pointer: string): void {
  demandNameAndSize(file, pointer);
  if (!fileKinds.includes(file.mediaType)) refuseFile(pointer, "membership.file-kind");
}

function demandNameAndSize(file: Omit<FileFacts, "mediaType">, pointer: string): void {
  const { size } = storedFile.shape;
  const judged = [size.safeParse(file.size), fileName.safeParse(file.fileName)];
  const fault = judged.find(({ success }) => !success)?.error?.issues[0]?.message;
  if (fault) refuseFile(pointer, fault);
}

/** Throws where a member added as many files as it may; `added` counts those since `yearBefore`. */
export function demandRoom(added: number, pointer: string): void {
  if (added >= maxFilesInAYear) refuseFile(pointer, "membership.too-many-files-in-a-year");
}

export function yearBefore(now: Date): Date {
  return new Date(now.getTime() - 365 * 86_400_000);
}

/** Throws where an application has as many files as it may, or where nothing of its profile asks for such a file. */
export function demandPlace(rules: MembershipRules, had: number, purpose: string, pointer: string): void {
  if (!purposesOf(rules).includes(purpose)) refuseFile(pointer, "membership.file-purpose");
  if (had >= maxFiles) refuseFile(pointer, "membership.too-many-files");
}

/** What a profile's application may be asked to prove by a file. */
function purposesOf({ levels, oath }: MembershipRules): string[] {
  const asked = levels.flatMap(({ commitments }) =>
    commitments.filter(({ evidence }) => evidence === "upload"),
  );
  return [...asked.map(({ id }) => id), ...(oath.method === "notary" ? ["affidavit"] : [])];
}

function refuseFile(pointer: string, code: string): never {
  throw new DomainError("request.invalid", "invalid", {}, [{ pointer, code }]);
}
