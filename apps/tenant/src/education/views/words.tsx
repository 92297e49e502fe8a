import type { OptionGroup } from "@concord/ui";
import { type Board, textIn } from "../../profile/index.ts";

/** A day of the calendar as people write it. */
export function dayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** A language's name on this page, with a capital since it stands alone. */
export function languageText(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Every profession of every board, `board/profession`, under its board's own name. */
export function licenseGroups(boards: readonly Board[], locale: string): OptionGroup[] {
  return boards.map((board) => ({
    label: board.name,
    options: board.professions.map(({ id, title }) => ({
      value: `${board.id}/${id}`,
      label: textIn(title, locale),
    })),
  }));
}

export function professionText(
  boards: readonly Board[],
  boardId: string,
  id: string,
  locale: string,
): string {
  const board = boards.find((one) => one.id === boardId);
  const profession = board?.professions.find((one) => one.id === id);
  return profession ? textIn(profession.title, locale) : id;
}

/** The law or rule an approval rests on, with a link where it can be read. */
export function Citation(props: {
  readonly citation?: string | null | undefined;
  readonly citationUrl?: string | null | undefined;
}) {
  const { citation, citationUrl } = props;
  if (!citation) return <span>–</span>;
  return citationUrl ? <a href={citationUrl}>{citation}</a> : <span>{citation}</span>;
}
