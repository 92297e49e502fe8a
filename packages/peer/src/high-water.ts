import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "@concord/runtime";
import { writeDurably } from "@concord/storage";
import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const markSchema = z.object({
  epoch: z.int().positive(),
  seq: z.int().nonnegative(),
  head: hash,
  /** The checkpoint that says so, as it was signed. */
  checkpoint: z.string().optional(),
  /** The network that the feed is of; a mark that does not say so is of the present one. */
  net: hash.optional(),
});

/** How far a feed was signed: its epoch, the last entry's number and hash. */
export type HighWaterMark = z.infer<typeof markSchema>;

/** Keeps the mark where no backup of the database reaches it. */
export interface HighWater {
  read(): Promise<HighWaterMark | undefined>;
  /** Returns when the mark outlives a power cut. */
  write(mark: HighWaterMark): Promise<void>;
}

/** `feed-high-water.json` in the folder of the online keys. */
export function highWaterFile(folder: string): HighWater {
  const path = join(folder, "feed-high-water.json");
  return {
    async read() {
      const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw new DomainError("peer.high-water-unreadable", "unavailable", { path });
      });
      return text === undefined ? undefined : parse(text, path);
    },
    write: (mark) =>
      writeDurably(path, `${JSON.stringify(mark)}\n`).catch(() => {
        throw new DomainError("peer.high-water-unwritable", "unavailable", { path });
      }),
  };
}

/** A mark that was written in another network, which the instance has left, is no mark of this feed. */
export function highWaterOf(net: string, kept: HighWater): HighWater {
  return {
    async read() {
      const mark = await kept.read();
      return (mark?.net ?? net) === net ? mark : undefined;
    },
    write: (mark) => kept.write({ ...mark, net }),
  };
}

function parse(text: string, path: string): HighWaterMark {
  try {
    return markSchema.parse(JSON.parse(text));
  } catch {
    throw new DomainError("peer.high-water-unreadable", "unavailable", { path });
  }
}
