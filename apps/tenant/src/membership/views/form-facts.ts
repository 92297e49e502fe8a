import { writeNumber } from "@concord/runtime";
import type { Detail } from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import type { JoinStep } from "../join-steps.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import { type ApplicationDraft, applicationForm, shownOfPlace } from "../model.ts";
import type { MembershipFile } from "../shown.ts";
import { countyName, entityLabel, levelTitle, sectorLabel } from "./labels.ts";

interface FactSource {
  readonly site: { readonly locale: string };
  readonly profile: Profile;
  readonly application: { readonly form: ApplicationDraft };
  readonly files: readonly MembershipFile[];
}

export interface FactGroup {
  readonly step: Exclude<JoinStep, "review">;
  readonly facts: readonly Detail[];
}

/** What a draft or an application says, in words, part by part. */
export function formFacts({ site, profile, application, files }: FactSource): FactGroup[] {
  const { locale } = site;
  const { form } = application;
  const t = messages.in(locale);
  const missing = t("review.missing");
  const said = (value: unknown) =>
    (typeof value === "string" || typeof value === "number" ? String(value) : "") || missing;
  return [
    {
      step: "organization",
      facts: [
        { term: t("field.legalName"), detail: said(form.legalName) },
        ...(form.doingBusinessAs
          ? [{ term: t("field.doingBusinessAs"), detail: said(form.doingBusinessAs) }]
          : []),
        {
          term: t("field.entityType"),
          detail: form.entityType ? entityLabel(said(form.entityType), locale) : missing,
        },
        ...(form.fileNumber ? [{ term: t("field.fileNumber"), detail: said(form.fileNumber) }] : []),
        {
          term: t("field.sector"),
          detail: form.sector ? sectorLabel(profile, said(form.sector), locale) : missing,
        },
        { term: t("field.employees"), detail: numberIn(form.employees, locale) ?? said(form.employees) },
        ...(form.website ? [{ term: t("field.website"), detail: said(form.website) }] : []),
      ],
    },
    { step: "locations", facts: locationFacts(profile, form, locale) },
    {
      step: "contact",
      facts: [
        { term: t("field.contactName"), detail: said(form.contactName) },
        { term: t("field.contactEmail"), detail: said(form.contactEmail) },
        { term: t("field.contactPhone"), detail: said(form.contactPhone) },
      ],
    },
    { step: "commitments", facts: commitmentFacts(profile, form, files, locale) },
  ];
}

function locationFacts(profile: Profile, form: ApplicationDraft, locale: string): Detail[] {
  const t = messages.in(locale);
  const shown = shownOfPlace(profile.membership);
  const places: unknown[] = Array.isArray(form.locations) ? form.locations : [];
  if (places.length === 0)
    return [{ term: t("locations.number", { number: 1 }), detail: t("review.missing") }];
  return places.filter(isPlace).map((place, at) => ({
    term: place.label || t("locations.number", { number: at + 1 }),
    detail: [
      [
        place.street,
        `${place.city ?? ""}, ${place.region ?? ""} ${place.postalCode ?? ""}`,
        countyName(profile, place.countyFips ?? ""),
      ]
        .filter(Boolean)
        .join("; "),
      t(place.published ? `locations.published.${shown}` : "locations.unpublished"),
    ].join(". "),
  }));
}

function commitmentFacts(
  profile: Profile,
  form: ApplicationDraft,
  files: readonly MembershipFile[],
  locale: string,
): Detail[] {
  const t = messages.in(locale);
  const level = profile.membership.levels.find(({ id }) => id === form.level);
  const ticked: unknown[] = Array.isArray(form.commitments) ? form.commitments : [];
  return [
    { term: t("field.level"), detail: level ? levelTitle(profile, level.id, locale) : t("review.missing") },
    ...(level?.commitments ?? []).map((one) => ({
      term: textIn(one.text, locale),
      detail: t(ticked.includes(one.id) ? "review.agreed" : "review.not-agreed"),
    })),
    ...(form.campaignOn
      ? [
          {
            term: t("field.campaignOn"),
            detail: dayIn(form.campaignOn, locale) ?? String(form.campaignOn),
          },
        ]
      : []),
    ...files.map((file) => ({ term: t("review.file"), detail: file.fileName })),
  ];
}

/** A day in words; what was typed into a draft may be none. */
function dayIn(typed: unknown, locale: string): string | undefined {
  const { data } = applicationForm.shape.campaignOn.safeParse(typed);
  return data && longDay(data, locale);
}

/** A number as the language writes it; what was typed into a draft may be none. */
function numberIn(typed: unknown, locale: string): string | undefined {
  if (String(typed ?? "").trim() === "") return undefined;
  const { data } = applicationForm.shape.employees.safeParse(typed);
  return data === undefined ? undefined : writeNumber(data, locale);
}

type Place = {
  readonly [field in "label" | "street" | "city" | "region" | "postalCode" | "countyFips"]?: string;
} & { readonly published?: boolean };

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null;
}
