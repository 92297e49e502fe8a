import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { profileJsonSchema } from "./json-schema.ts";
import { profilesFolder } from "./load-profile.ts";

writeFileSync(join(profilesFolder, "profile.schema.json"), profileJsonSchema());
