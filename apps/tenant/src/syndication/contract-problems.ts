import { effects, type Reason } from "@concord/federation";
import { z } from "@hono/zod-openapi";
import { itemId } from "./model.ts";

const moment = z.iso.datetime();
const reason = z.enum(Object.keys(effects) as [Reason, ...Reason[]]);
const op = z.enum(["publish", "revise", "withdraw", "recall", "erase"]);
/** As signed: a JWS in compact form, byte for byte. */
const statement = z.string();

const quarantine = z
  .object({
    member: z.string(),
    reason,
    since: moment,
    /** Two statements of the member's own key that cannot both be true. */
    evidence: z.array(statement),
    /** Null while it lasts. */
    ended: z.object({ at: moment, by: z.enum(["registry", "office"]) }).nullable(),
  })
  .openapi("NetworkQuarantine");

export const problemsView = z
  .object({
    /** Null where this office signs as it should. */
    halted: z
      .object({
        since: moment,
        /** `file`, `registry`, or the member that knows an entry of ours that we do not hold. */
        source: z.string(),
        epoch: z.number().int(),
        seq: z.number().int(),
      })
      .nullable(),
    /** Recalls, erasures and safety revisions of ours that somebody has not confirmed, oldest first. */
    unconfirmed: z.array(
      z.object({
        item: itemId,
        title: z.record(z.string(), z.string()),
        op,
        seq: z.number().int(),
        since: moment,
        /** After a day. */
        late: z.boolean(),
        /** `holds`: whether it said before that it has the item. */
        members: z.array(z.object({ code: z.string(), name: z.string(), holds: z.boolean() })),
      }),
    ),
    /** Recalls and erasures that have not had all their effect here after an hour. */
    delayed: z.array(
      z.object({
        member: z.string(),
        item: itemId,
        /** Empty once it was erased. */
        title: z.record(z.string(), z.string()),
        op: z.enum(["recall", "erase"]),
        /** `held`: not verified to its end. `files`: files to be deleted are still here. */
        why: z.enum(["held", "files"]),
        since: moment,
      }),
    ),
    quarantines: z.array(quarantine),
    /** What came with a good signature and was not taken, newest first, at most 100. */
    refused: z.array(
      z.object({
        member: z.string(),
        seq: z.number().int(),
        item: z.string().nullable(),
        reason,
        at: moment,
        evidence: statement,
      }),
    ),
  })
  .openapi("NetworkProblems");

export const holdersView = z
  .object({
    item: itemId,
    status: z.enum(["live", "withdrawn", "recalled", "erased"]),
    /** Our newest. */
    revision: z.number().int(),
    holders: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        /** The newest that it has applied; null where it has none. */
        revision: z.number().int().nullable(),
        /** The last taking back that it has applied. */
        ended: z.enum(["withdraw", "recall", "erase"]).nullable(),
        /** When its last receipt came. */
        heardAt: moment.nullable(),
      }),
    ),
  })
  .openapi("PublishedItemHolders");

export const registryView = z
  .object({
    /** The network's id: SHA-256 of the payload of root version 1. */
    network: z.string(),
    documents: z.array(
      z.object({
        what: z.enum(["registry", "root"]),
        version: z.number().int(),
        sha256: z.string(),
        expiresAt: moment,
        /** Whole days that are left; negative once it has expired. */
        daysLeft: z.number().int(),
      }),
    ),
    groups: z.array(z.object({ code: z.string(), name: z.string(), members: z.array(z.string()) })),
    members: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        baseUrl: z.string(),
        roles: z.array(z.enum(["tenant", "region"])),
        status: z.enum(["active", "suspended", "left"]),
        /** Ids of the keys that it may sign with now. */
        currentKeys: z.array(z.string()),
        epochs: z.array(
          z.object({
            epoch: z.number().int(),
            first: z.number().int(),
            /** With the entries that each key may sign, both ends included; no end is a current key. */
            keys: z.array(
              z.object({ kid: z.string(), from: z.number().int(), to: z.number().int().nullable() }),
            ),
            close: z
              .object({ seq: z.number().int(), head: z.string(), cause: z.enum(["stolen", "restored"]) })
              .nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi("NetworkRegistry");
