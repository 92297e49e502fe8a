export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`; anything else is undefined. */
export function parseColor(hex: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return undefined;
  const [, red = "", green = "", blue = ""] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** `amount` 0 gives `from`, 1 gives `to`, straight through sRGB. */
export function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  const [red, green, blue] = from;
  const blend = (a: number, b: number) => Math.round(a + (b - a) * amount);
  return [blend(red, to[0]), blend(green, to[1]), blend(blue, to[2])];
}

export function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
