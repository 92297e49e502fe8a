import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkpointVectors, comparisonVectors } from "./checkpoint-vectors.ts";
import { closingVectors } from "./closing-vectors.ts";
import { entryVectors } from "./entry-vectors.ts";
import { bodyVectors, itemVectors } from "./item-vectors.ts";
import { joinVectors } from "./join-vectors.ts";
import { jsonVectors } from "./json-vectors.ts";
import { receiptVectors } from "./receipt-vectors.ts";
import { olderRegistryVector, registryVectors } from "./registry-vectors.ts";
import { requestVectors } from "./request-vectors.ts";
import { rootVectors } from "./root-vectors.ts";
import { net, now, registry, root } from "./vector-network.ts";

/** Writes `vectors/*.json`; the keys are fixed and Ed25519 is deterministic, so a second run changes nothing. */
const folder = join(import.meta.dirname, "../vectors");
const write = (name: string, value: object) =>
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);

write("trust", { net, root, registry, now: now.toISOString() });
write("entry", { vectors: await entryVectors() });
write("checkpoint", { vectors: await checkpointVectors(), comparisons: comparisonVectors() });
write("registry", { vectors: await registryVectors(), older: await olderRegistryVector() });
write("root", await rootVectors());
write("request", await requestVectors());
write("join", { vectors: await joinVectors() });
write("receipt", { vectors: await receiptVectors() });
write("closing", { vectors: closingVectors() });
write("json", { vectors: jsonVectors() });
write("items", { vectors: itemVectors(), bodies: bodyVectors() });
