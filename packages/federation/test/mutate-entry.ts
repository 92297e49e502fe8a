/** Changes a signed entry in one of the ways in which a relay or a thief without the key could. */
export function mutateEntry(text: string, others: readonly string[], random: () => number): string {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const at = Math.floor(random() * text.length);
  const segments = text.split(".");
  const which = Math.floor(random() * 3);
  const changes: readonly (() => string)[] = [
    () =>
      text.slice(0, at) +
      String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 8))) +
      text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 3)),
    () => text.slice(0, at) + pick([..."AZaz09-_=.+/ \n\0\ud800ñ"]) + text.slice(at),
    () => replaced(segments, which, flipBit(segments[which] ?? "", random)),
    () => replaced(segments, which, pick(others).split(".")[which] ?? ""),
    () => [...segments].sort(() => random() - 0.5).join("."),
    () => replaced(segments, which, ""),
    () => [...segments, pick(segments)].join("."),
    () => replaced(segments, which % 2, changeJson(segments[which % 2] ?? "", random, pick)),
  ];
  return pick(changes)();
}

function replaced(segments: readonly string[], which: number, by: string): string {
  return segments.map((segment, index) => (index === which ? by : segment)).join(".");
}

/** A bit of what the segment holds, written anew as canonical base64url. */
function flipBit(segment: string, random: () => number): string {
  const bytes = Buffer.from(segment, "base64url");
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return bytes.toString("base64url");
}

type Pick = <T>(all: readonly T[]) => T;
const values = [
  null,
  true,
  0,
  -1,
  1,
  2,
  2 ** 53,
  1e300,
  "",
  "us-bb",
  "\0",
  "\ud83d",
  [],
  {},
  [[]],
  { a: [1] },
];

/** A header or payload with a member changed, left out, added, named twice or written otherwise. */
function changeJson(segment: string, random: () => number, pick: Pick): string {
  const json = Buffer.from(segment, "base64url").toString();
  const read: Record<string, unknown> = JSON.parse(json);
  const name = pick(Object.keys(read));
  const { [name]: _, ...without } = read;
  const written = pick([
    () => JSON.stringify({ ...read, [name]: pick(values) }),
    () => JSON.stringify(without),
    () => JSON.stringify({ ...read, [`x${Math.floor(random() * 9)}`]: pick(values) }),
    () => json.replace("{", `{${JSON.stringify(name)}:${JSON.stringify(pick(values))},`),
    () => JSON.stringify(Object.fromEntries(Object.entries(read).reverse())),
    () => JSON.stringify(read, undefined, 1),
    () => `\ufeff${json}`,
    () => `[${json}]`,
  ])();
  return Buffer.from(written).toString("base64url");
}
