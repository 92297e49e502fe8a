import type { FormValues } from "@concord/ui";
import { nested } from "../portal/forms.ts";
import type { JoinStep } from "./join-steps.ts";
import type { ApplicationDraft } from "./model.ts";

/**
 * What one page of the form adds to the draft. A box that is not ticked is not posted at all,
 * so each page says which boxes it has.
 */
export function draftOfStep(step: JoinStep, values: FormValues): ApplicationDraft {
  const posted = nested(values);
  if (step === "locations") {
    const places = Array.isArray(posted.locations) ? posted.locations : [];
    return { locations: places.map((place) => ({ ...place, published: place.published === "true" })) };
  }
  if (step === "commitments") {
    return {
      level: posted.level,
      commitments: [values.commitments ?? []].flat(),
      campaignOn: posted.campaignOn,
    };
  }
  if (step === "review") {
    return {
      listed: posted.listed === "true",
      publicRecordRead: posted.publicRecordRead === "true",
      signature: posted.signature,
    };
  }
  return posted;
}
