import { brandFaults } from "./brand-faults.ts";
import { type Fault, pointer } from "./faults.ts";
import type { ProfileFile } from "./schema.ts";

type Found = Pick<Fault, "path" | "problem" | "mend">;

/** What no single field can know: rules between fields. Takes the sections that could be read and the raw data, so that nothing hides behind another fault. */
export function crossFaults(profile: Partial<ProfileFile>, data: unknown, folderName: string): Found[] {
  return [
    ...codeFaults(profile, folderName),
    ...localeFaults(profile, data),
    ...timeZoneFaults(profile),
    ...uniqueIdFaults(profile),
    ...officialFaults(profile),
    ...(profile.brand ? brandFaults(profile.brand) : []),
  ];
}

function codeFaults({ code }: Partial<ProfileFile>, folderName: string): Found[] {
  if (code === undefined || code === folderName) return [];
  return [
    {
      path: "/code",
      problem: `is ${code}, but the folder is ${folderName}`,
      mend: "give both the same name",
    },
  ];
}

function localeFaults({ locales }: Partial<ProfileFile>, data: unknown): Found[] {
  if (!locales) return [];
  const found: Found[] = [];
  if (!locales.available.includes(locales.default)) {
    found.push({
      path: "/locales/default",
      problem: `${locales.default} is not among the languages offered`,
      mend: "add it to /locales/available",
    });
  }
  for (const needed of ["en", "es"].filter((locale) => !locales.available.includes(locale))) {
    const mend = `add ${needed}: English and Spanish are always offered`;
    found.push({ path: "/locales/available", problem: `lacks ${needed}`, mend });
  }
  for (const { path, languages } of textsIn(data, [])) {
    for (const locale of locales.available.filter((wanted) => !languages.includes(wanted))) {
      found.push({
        path: pointer([...path, locale]),
        problem: "is missing",
        mend: `add the text in ${locale}`,
      });
    }
    for (const locale of languages.filter((given) => !locales.available.includes(given))) {
      const mend = "remove it, or add the language to /locales/available";
      found.push({ path: pointer([...path, locale]), problem: "is not a language offered", mend });
    }
  }
  return found;
}

interface Text {
  readonly path: readonly string[];
  readonly languages: readonly string[];
}

/** Every text of a tree: an object whose `en` and `es` are strings. */
function textsIn(node: unknown, path: readonly string[]): Text[] {
  if (typeof node !== "object" || node === null) return [];
  if ("en" in node && "es" in node && typeof node.en === "string")
    return [{ path, languages: Object.keys(node) }];
  return Object.entries(node).flatMap(([key, child]) => textsIn(child, [...path, key]));
}

function timeZoneFaults({ jurisdiction }: Partial<ProfileFile>): Found[] {
  if (!jurisdiction || jurisdiction.timeZones.all.includes(jurisdiction.timeZones.default)) return [];
  return [
    {
      path: "/jurisdiction/timeZones/default",
      problem: "is not among the time zones listed",
      mend: "add it to /jurisdiction/timeZones/all",
    },
  ];
}

function uniqueIdFaults(profile: Partial<ProfileFile>): Found[] {
  const levels = profile.membership?.levels ?? [];
  const boards = profile.boards ?? [];
  return [
    ...twice("/membership/levels", levels),
    ...levels.flatMap((level, at) => twice(`/membership/levels/${at}/commitments`, level.commitments)),
    ...twice("/boards", boards),
    ...boards.flatMap((board, at) => twice(`/boards/${at}/professions`, board.professions)),
    ...twice("/posting/rules", profile.posting?.rules ?? []),
    ...twice("/trainingMandates", profile.trainingMandates ?? []),
    ...twice("/program/partners", profile.program?.partners ?? []),
    ...twice("/hotlines", profile.hotlines ?? []),
  ];
}

function twice(path: string, list: readonly { id: string }[]): Found[] {
  return list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) === at
      ? []
      : [{ path: `${path}/${at}/id`, problem: `${id} stands twice`, mend: "give each an id of its own" }],
  );
}

/** An official site may not speak with made-up contacts. */
function officialFaults({ official, office }: Partial<ProfileFile>): Found[] {
  if (!official || !office?.demonstration) return [];
  const mend = "enter the office's real contacts and remove `demonstration`";
  return [{ path: "/office/demonstration", problem: "an official profile has demonstration contacts", mend }];
}
