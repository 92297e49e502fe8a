/** Every value of a JSON tree with its JSON Pointer (RFC 6901), parents first. */
export function* valuesOf(
  value: unknown,
  pointer = "",
): Generator<{ readonly pointer: string; readonly value: unknown }> {
  yield { pointer, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* valuesOf(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}
