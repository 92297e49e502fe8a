import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buildAssets } from "./src/assets/build-assets.ts";

const dist = join(import.meta.dirname, "dist");
await rm(dist, { recursive: true, force: true });
const { files } = await buildAssets(dist);
process.stdout.write(`ui: ${Object.keys(files).length} assets in packages/ui/dist\n`);
