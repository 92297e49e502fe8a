/** An SPDX identifier of a Creative Commons license as people write it: `CC-BY-4.0` is CC BY 4.0. */
export function licenceText(licence: string): string {
  return licence.replace(/^CC-/, "CC ").replace(/-(\d\.\d)$/, " $1");
}
