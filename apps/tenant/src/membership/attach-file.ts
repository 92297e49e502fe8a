import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import { can } from "../identity/index.ts";
import { demandEditable, lockBySecret, resumeSecret } from "./apply.ts";
import { mediaTypes, storedFile } from "./file-rules.ts";
import { insertFile } from "./store-applications.ts";

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
  async run(unit, { secret: _secret, ...file }, application) {
    demandEditable(application);
    if (!mediaTypes.includes(file.mediaType))
      throw new DomainError("membership.file-kind", "invalid", {}, [
        { pointer: `/files/${file.purpose}`, code: "membership.file-kind" },
      ]);
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
