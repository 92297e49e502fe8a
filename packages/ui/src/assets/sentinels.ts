/**
 * What the compiled stylesheet holds in place of a brand. site.scss sets theme colors to system tokens
 * that nothing else uses; each of their values becomes a custom property of the brand's stylesheet.
 */
const sentinels: Readonly<Record<string, string>> = {
  "#1b151b": "--ink",
  "#8b4566": "--primary",
  "#c84281": "--primary",
  "#e895b3": "--primary-line",
  "#66364b": "--primary-dark",
  "#402731": "--primary-darker",
  "#731f44": "--visited",
  "#f8f0f9": "--paper",
  "#f9f0f2": "--tint",
  "#f6e1e8": "--tint",
  "#f6dff8": "--tint",
  "#e2bee4": "--accent-light",
  "#d29ad8": "--accent",
  "#bf77c8": "--accent",
  "#864381": "--primary-dark",
};

/** Typeface stacks of USWDS that give way to the brand's. */
const stacks: readonly [RegExp, string][] = [
  [/font-family:Source Sans Pro Web,[^;}]*/g, "font-family:var(--font-body)"],
  [/font-family:Merriweather Web,[^;}]*/g, "font-family:var(--font-heading)"],
];

/** Replaces every sentinel of a compiled stylesheet by its custom property. Throws on a leftover sentinel hue. */
export function brandVariables(css: string): string {
  let branded = css.replace(/#[0-9a-f]{6}\b/gi, (hex) => {
    const name = sentinels[hex.toLowerCase()];
    return name ? `var(${name})` : hex;
  });
  for (const [stack, variable] of stacks) branded = branded.replace(stack, variable);
  const left = /#(?:[0-9a-f]{6})\b/gi;
  for (const [hex] of branded.matchAll(left)) {
    if (isSentinelHue(hex))
      throw new Error(`the stylesheet holds ${hex}, a sentinel color without a custom property`);
  }
  return branded;
}

/** Magenta and violet belong to no state color of USWDS, so one of them left over is a missed sentinel. */
function isSentinelHue(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return red > green + 20 && blue > green + 20;
}
