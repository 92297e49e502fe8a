import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Tour } from "./tour-model.ts";

const moments = z.record(z.string(), z.iso.datetime());
const schema = z.object({
  startedAt: z.iso.datetime(),
  after: z.object({ host: z.int().min(0).optional(), adopter: z.int().min(0).optional() }),
  seen: moments,
  own: z.array(z.string()),
  off: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime().optional() })),
});

/** The tour as it stands, or undefined where none was begun or the file cannot be read. */
export async function readTour(path: string): Promise<Tour | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { data } = schema.safeParse(JSON.parse(text));
    if (!data) return undefined;
    const { startedAt, seen, own } = data;
    const off = data.off.map(({ from, until }) => (until === undefined ? { from } : { from, until }));
    return { startedAt, seen, own, off, after: withoutGaps(data.after) };
  } catch {
    return undefined;
  }
}

/** A reader sees the old file or the new one, never a half. */
export async function writeTour(path: string, tour: Tour): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(tour, undefined, 2));
  await rename(`${path}.new`, path);
}

export async function removeTour(path: string): Promise<void> {
  await rm(path, { force: true });
}

function withoutGaps(after: { host?: number | undefined; adopter?: number | undefined }): Tour["after"] {
  return {
    ...(after.host === undefined ? {} : { host: after.host }),
    ...(after.adopter === undefined ? {} : { adopter: after.adopter }),
  };
}
