import type { FormValues } from "@concord/ui";
import { nested } from "../portal/forms.ts";
import type { JoinStep } from "./join-steps.ts";
import type { ApplicationDraft } from "./model.ts";

const removing = /^remove-location-(\d{1,3})$/;

/** Whether the button that was pressed takes a location away; its number stands in the button's value. */
export function removesLocation(go: FormValues[string] | undefined): boolean {
  return typeof go === "string" && removing.test(go);
}

/**
 * What one page of the form adds to the draft. A box that is not ticked is not posted at all,
 * so each page says which boxes it has.
 */
export function draftOfStep(step: JoinStep, values: FormValues): ApplicationDraft {
  const posted = nested(values);
  if (step === "locations") {
    return { locations: keptPlaces(posted.locations, values.go) };
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

/** Every place that was filled in. A further one that was left blank was not meant; the first is always asked for. */
function keptPlaces(posted: unknown, go: FormValues[string] | undefined): Record<string, unknown>[] {
  const removed = typeof go === "string" ? removing.exec(go)?.[1] : undefined;
  const places: Record<string, unknown>[] = Array.isArray(posted) ? posted : [];
  return places
    .filter((_place, at) => String(at) !== removed)
    .filter((place, at) => at === 0 || !isBlankPlace(place))
    .map((place) => ({ ...place, published: place.published === "true" }));
}

/** The box and the state say nothing: the state is chosen before anybody types. */
export function isBlankPlace({
  published: _box,
  region: _state,
  ...typed
}: Record<string, unknown>): boolean {
  return Object.values(typed).every((value) => typeof value === "string" && value.trim() === "");
}
