import { DomainError } from "@concord/runtime";
import { z } from "zod";
import type { MembershipRules } from "../profile/index.ts";

/** A PDF, a picture or a Word document. */
const mediaTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/** At most 10 MiB. */
const maxFileBytes = 10 * 1024 * 1024;

/** Enough for every commitment and for second thoughts. */
const maxFiles = 20;

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

export function factsOfUpload(file: File): FileFacts {
  return { fileName: file.name, mediaType: file.type, size: file.size };
}

/** Throws where no file of this kind, size or name is taken; `pointer` is the field it came in. */
export function demandFile(file: FileFacts, pointer: string): void {
  const { size } = storedFile.shape;
  const judged = [size.safeParse(file.size), fileName.safeParse(file.fileName)];
  const fault = judged.find(({ success }) => !success)?.error?.issues[0]?.message;
  const code = fault ?? (mediaTypes.includes(file.mediaType) ? undefined : "membership.file-kind");
  if (code) refuseFile(pointer, code);
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
