/** A text whose codes, such as 7KQ4-M2XD-9HTC, are not broken at their hyphens. */
export function WholeCodes({ text }: { text: string }) {
  const parts = text.split(/\b([0-9A-Z]+(?:-[0-9A-Z]+)+)\b/);
  return <>{parts.map((part, at) => (at % 2 === 1 ? <span class="cc-whole">{part}</span> : part))}</>;
}
