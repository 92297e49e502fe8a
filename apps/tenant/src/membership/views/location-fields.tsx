import { Alert, Button, Checkbox, Fieldset, SelectField, TextField } from "@concord/ui";
import { homeState, type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { shownOfPlace } from "../model.ts";
import type { StepProps } from "./join-step.tsx";

/** One or more places. No address is published unless somebody says so, place by place. */
export function LocationFields(props: StepProps & { moreLocations: number }) {
  const { site, application, moreLocations } = props;
  const t = messages.in(site.locale);
  const { locations } = application.form;
  const count = Math.max(1, (Array.isArray(locations) ? locations.length : 0) + moreLocations);
  return (
    <>
      <Alert kind="info">
        <p>{t("locations.private")}</p>
      </Alert>
      {Array.from({ length: count }, (_, at) => (
        <LocationFieldset {...props} at={at} removable={count > 1} />
      ))}
      <p>
        <Button look="outline" name="go" value="add-location">
          {t("locations.add")}
        </Button>
      </p>
    </>
  );
}

function LocationFieldset(props: StepProps & { at: number; removable: boolean }) {
  const { site, profile, values, at, removable } = props;
  const t = messages.in(site.locale);
  const name = (field: string) => `locations.${at}.${field}`;
  return (
    <Fieldset legend={t("locations.number", { number: at + 1 })}>
      <TextField name={name("label")} label={t("field.label")} hint={t("field.label.hint")} />
      <TextField
        name={name("street")}
        label={t("field.street")}
        hint={t("field.street.hint")}
        autocomplete="street-address"
        required
      />
      <TextField name={name("city")} label={t("field.city")} autocomplete="address-level2" required />
      <SelectField
        name={name("region")}
        label={t("field.region")}
        autocomplete="address-level1"
        options={stateOptions(profile, site.locale)}
        {...(name("region") in values ? {} : { value: homeState(profile)?.code ?? "" })}
        required
      />
      <TextField
        name={name("postalCode")}
        label={t("field.postalCode")}
        autocomplete="postal-code"
        inputmode="numeric"
        width="xs"
        required
      />
      <SelectField
        name={name("countyFips")}
        label={t("field.county")}
        options={profile.counties.map((county) => ({ value: county.fips, label: county.name }))}
        required
      />
      <Checkbox
        name={name("published")}
        value="true"
        label={t(`field.published.${shownOfPlace(profile.membership)}`)}
        hint={t("field.published.hint")}
      />
      {removable && (
        <Button look="outline" name="go" value={`remove-location-${at}`}>
          {t("locations.remove", { number: at + 1 })}
        </Button>
      )}
    </Fieldset>
  );
}

/** By name, as the reader's language sorts them. */
function stateOptions({ states }: Profile, locale: string) {
  return states
    .map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
