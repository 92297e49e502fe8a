import encodeQr from "qr";

/** A QR code (ISO/IEC 18004, level M) as one SVG path with the four-module quiet zone. */
export function qrSvg(text: string): string {
  const rows = encodeQr(text, "raw", { ecc: "medium", border: 4 });
  const path = rows.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path d="${path.join("")}"/></svg>`;
}

/** Neighboring dark modules as one run: hairlines between them would show when printed. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) found.push([x, 1]);
  });
  return found;
}
