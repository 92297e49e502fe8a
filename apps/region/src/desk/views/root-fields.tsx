import { fingerprint } from "@concord/stewardship";
import { CheckboxGroup, Fieldset, type FormValues, type Site, TextField } from "@concord/ui";
import { messages } from "../messages.ts";
import type { DeskTrust } from "../read-trust.ts";

/** How many new keys of a role one page takes. */
const newKeys = [1, 2] as const;

/** Which keys stay, which are new, and how many must sign, for both roles. Everything stays unless told. */
export function RootFields({ site, trust, values }: { site: Site; trust: DeskTrust; values: FormValues }) {
  const t = messages.in(site.locale);
  return (
    <>
      {(["root", "registry"] as const).map((role) => {
        const { keys } = trust.root[role];
        const untouched = values["root-threshold"] === undefined;
        return (
          <Fieldset legend={t(`field.role.${role}`)}>
            <CheckboxGroup
              name={`${role}-keep`}
              label={t("field.keep")}
              options={keys.map(({ kid }, at) => ({
                value: kid,
                label: `${fingerprint(kid)} (${t("document.key-of", { place: at + 1, keys: keys.length })})`,
              }))}
              {...(untouched ? { values: keys.map(({ kid }) => kid) } : {})}
            />
            {newKeys.map((place) => (
              <TextField
                name={`${role}-new-${place}`}
                label={t("field.new-key", { place })}
                {...(place === 1 ? { hint: t("field.new-key-hint") } : {})}
                autocomplete="off"
              />
            ))}
            <TextField
              name={`${role}-threshold`}
              label={t("field.threshold")}
              hint={t("field.threshold-hint")}
              inputmode="numeric"
              autocomplete="off"
              width="2xs"
            />
          </Fieldset>
        );
      })}
    </>
  );
}
