import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandEditable, lockBySecret, readOwnApplication, resumeSecret } from "./apply.ts";
import { demandFile, demandPlace, readUpload, storedFile } from "./file-rules.ts";
import type { Application } from "./model.ts";
import { filesOf, insertFile } from "./store-applications.ts";

/** A file handed in with a form; `pointer` is the field it came in. */
interface Upload {
  readonly secret: string;
  readonly purpose: string;
  readonly file: File;
  readonly pointer: string;
}

/** Judges a file, keeps its bytes and notes it in the application. What is refused is kept nowhere. */
export async function attachUpload(context: Context, upload: Upload): Promise<{ id: string }> {
  const { secret, purpose, file, pointer } = upload;
  const { application, files } = await readOwnApplication(context, { secret });
  demandEditable(application);
  demandPlace(context.tenant.profile.membership, files.length, purpose, pointer);
  const { bytes, ...facts } = await readUpload(file, pointer);
  const stored = await context.tenant.blobs.put(bytes);
  return attachFile(context, { secret, purpose, ...facts, ...stored });
}

/** Notes a file that is already in the blob store as part of an application. */
export const attachFile = defineCommand({
  name: "membership.attach-file",
  input: z.object({
    secret: resumeSecret,
    purpose: z.string().regex(/^[a-z0-9-]{1,80}$/),
    ...storedFile.shape,
  }),
  load: (unit, input) => lockBySecret(unit, input.secret),
  authorize: (actor) => can(actor, "membership:apply"),
  async run(unit, { secret: _secret, ...file }, application: Application) {
    demandEditable(application);
    const had = await filesOf(unit.tx, application.id);
    const pointer = `/files/${file.purpose}`;
    demandPlace(unit.tenant.profile.membership, had.length, file.purpose, pointer);
    demandFile(file, pointer);
    const id = unit.ids.next("fil");
    await insertFile(unit.tx, {
      ...file,
      id,
      applicationId: application.id,
      memberId: null,
      addedAt: unit.clock.now(),
    });
    return {
      result: { id },
      audit: {
        action: "membership.file-attached",
        subject: { kind: "application", id: application.id },
        after: { purpose: file.purpose, sha256: file.sha256 },
      },
    };
  },
});
