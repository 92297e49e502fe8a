import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bodyJsonSchemas } from "./json-schemas.ts";

const folder = join(import.meta.dirname, "../schemas");
for (const [file, text] of Object.entries(bodyJsonSchemas())) writeFileSync(join(folder, file), text);
