/** Which characters a family can draw, in whatever weight. */
export type Coverage = (codePoint: number) => boolean;

type Range = readonly [first: number, last: number];

/** What every face of a family has in its character map (OpenType `cmap`, formats 4 and 12). */
export function familyCoverage(faces: readonly Buffer[]): Coverage {
  const drawn = faces.map(codePoints);
  return (codePoint) => drawn.every((face) => face.has(codePoint));
}

function codePoints(font: Buffer): Set<number> {
  const covered = new Set<number>();
  for (const [first, last] of characterRanges(font)) {
    for (let point = first; point <= last; point++) covered.add(point);
  }
  return covered;
}

function characterRanges(font: Buffer): Range[] {
  const map = tableOffset(font, "cmap");
  const ranges: Range[] = [];
  for (let index = 0; index < font.readUInt16BE(map + 2); index++) {
    const table = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) ranges.push(...segmentRanges(font, table));
    if (format === 12) ranges.push(...groupRanges(font, table));
  }
  return ranges;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

/** Format 4: segments of the basic plane. A segment may hold unmapped glyphs; those are skipped one by one. */
function segmentRanges(font: Buffer, table: number): Range[] {
  const doubled = font.readUInt16BE(table + 6);
  const ranges: Range[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const last = font.readUInt16BE(table + 14 + at);
    const first = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readUInt16BE(table + 16 + doubled * 2 + at);
    const rangeAt = table + 16 + doubled * 3 + at;
    const rangeOffset = font.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point !== 0xffff; point++) {
      const glyph =
        rangeOffset === 0
          ? (point + delta) & 0xffff
          : font.readUInt16BE(rangeAt + rangeOffset + (point - first) * 2);
      if (glyph !== 0) ranges.push([point, point]);
    }
  }
  return ranges;
}

/** Format 12: groups over all planes. */
function groupRanges(font: Buffer, table: number): Range[] {
  const groups = font.readUInt32BE(table + 12);
  return Array.from({ length: groups }, (_, index) => {
    const group = table + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}
