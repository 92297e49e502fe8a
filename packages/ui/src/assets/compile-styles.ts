import { join } from "node:path";
import { brandVariables } from "./sentinels.ts";

const styles = join(import.meta.dirname, "../styles");

/** Compiles site.scss with USWDS. `uswds` is the folder of the @uswds/uswds package; the result is minified. */
export async function compileStyles(uswds: string): Promise<string> {
  // Sass is needed only where the stylesheet is built, so it is not loaded by a server whose assets are fresh.
  const sass = await import("sass");
  const { css } = await sass.compileAsync(join(styles, "site.scss"), {
    style: "compressed",
    loadPaths: [styles, join(uswds, "packages")],
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "if-function"],
  });
  return brandVariables(css);
}
