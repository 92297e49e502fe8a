import { z } from "zod";
import { captionsBlob, imageBlob, videoBlob } from "./blob.ts";
import { blockList, contact } from "./block.ts";
import { figuresBody } from "./figures.ts";
import { languages, localizedMarkdown, localizedText, partId } from "./localized.ts";
import { bodySchemas } from "./parse.ts";
import { question, quiz } from "./quiz.ts";
import { reference } from "./training.ts";

const { training, series, toolkit } = bodySchemas;
const shared = { training, series, toolkit, figures: figuresBody };

/** What several bodies use, under the names that readers meet in `$defs`. */
const named = z.registry<{ id: string }>();
const parts = {
  ...{ partId, languages, localizedText, localizedMarkdown, captionsBlob, imageBlob, videoBlob },
  ...{ blockList, contact, question, quiz, reference },
  ...{ policyTemplate: bodySchemas["policy-template"], selfAssessment: bodySchemas["self-assessment"] },
};
for (const [id, part] of Object.entries(parts)) named.add(part, { id });

/** What a JSON Schema cannot say and every reader checks as well. */
const beyond =
  "Beside this, every localized text of a training, series or toolkit must exist in each of its `languages`. Fields that are not named here come from a later version and are kept.";

/** The JSON Schema of every body that entries name, by its file; what members who never saw this code build from. */
export function bodyJsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shared).map(([kind, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", metadata: named });
      const title = `The body of an entry of kind ${kind}: concord.${kind}/1`;
      const text = JSON.stringify({ $schema, title, $comment: beyond, ...rest }, undefined, 2);
      return [`${kind}.schema.json`, `${text}\n`];
    }),
  );
}
