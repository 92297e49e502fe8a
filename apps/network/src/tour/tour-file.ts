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
  pages: z.record(z.string(), z.string().startsWith("/")).default({}),
  offer: z.object({ item: z.string(), title: z.record(z.string(), z.string()) }).optional(),
  members: z.int().min(0).optional(),
  off: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime().optional() })),
});

/** The tour in its file, which survives a restart, and in memory, so that asking for it costs nothing. */
export function keptTour(path: string) {
  let known: { readonly tour: Tour | undefined } | undefined;
  const read = async () => {
    known ??= { tour: await readTour(path) };
    return known.tour;
  };
  return {
    read,
    async write(tour: Tour): Promise<Tour> {
      if (JSON.stringify(tour) !== JSON.stringify(await read())) await writeTour(path, tour);
      known = { tour };
      return tour;
    },
    async remove(): Promise<void> {
      known = { tour: undefined };
      await rm(path, { force: true });
    },
  };
}

/** The tour as it stands, or undefined where none was begun or the file cannot be read. */
async function readTour(path: string): Promise<Tour | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { data } = schema.safeParse(JSON.parse(text));
    if (!data) return undefined;
    const { startedAt, seen, own, pages, offer, members } = data;
    const known = { ...(offer ? { offer } : {}), ...(members === undefined ? {} : { members }) };
    const off = data.off.map(({ from, until }) => (until === undefined ? { from } : { from, until }));
    return { startedAt, seen, own, pages, off, after: withoutGaps(data.after), ...known };
  } catch {
    return undefined;
  }
}

/** A reader sees the old file or the new one, never a half. */
async function writeTour(path: string, tour: Tour): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(tour, undefined, 2));
  await rename(`${path}.new`, path);
}

function withoutGaps(after: { host?: number | undefined; adopter?: number | undefined }): Tour["after"] {
  return {
    ...(after.host === undefined ? {} : { host: after.host }),
    ...(after.adopter === undefined ? {} : { adopter: after.adopter }),
  };
}
