import { Actions, Button, Checkbox, CheckboxGroup, Form, type Site } from "@concord/ui";
import type { Profile } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { type Member, shownOfPlace } from "../model.ts";
import type { StoredLocation } from "../shown.ts";
import { countyName } from "./labels.ts";

/** Whether the member is in the directory, and which locations it shows; never published unless ticked. */
export function ListingForm({
  site,
  profile,
  member,
  locations,
  action,
}: {
  site: Site;
  profile: Profile;
  member: Member;
  locations: readonly StoredLocation[];
  action: string;
}) {
  const t = messages.in(site.locale);
  return (
    <Form action={action} id="listing" plain>
      <Checkbox name="listed" value="true" label={t("field.listed")} checked={member.listed} />
      <CheckboxGroup
        name="published"
        label={t(`desk.published.${shownOfPlace(profile.membership)}`)}
        hint={t("field.published.hint")}
        values={locations.filter(({ published }) => published).map(({ id }) => id)}
        options={locations.map((place) => ({
          value: place.id,
          label: [place.label, place.street, `${place.city}, ${place.region} ${place.postalCode}`]
            .filter(Boolean)
            .join(", "),
          description: countyName(profile, place.countyFips),
        }))}
      />
      <Actions>
        <Button look="outline">{t("desk.save")}</Button>
      </Actions>
    </Form>
  );
}
