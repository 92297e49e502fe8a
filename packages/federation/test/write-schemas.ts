import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { protocolJsonSchemas } from "./json-schemas.ts";

/** Writes `schemas/*.json` from what the code checks payloads by. */
const folder = join(import.meta.dirname, "../schemas");
for (const [file, text] of Object.entries(protocolJsonSchemas())) writeFileSync(join(folder, file), text);
