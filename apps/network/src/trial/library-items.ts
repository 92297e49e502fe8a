import type { LibraryItem, LibraryItemOf } from "@concord/content";
import type { Sharing, ShortVersion } from "./sharing.ts";

export type Offered = LibraryItemOf<"training"> | LibraryItemOf<"series">;

/** What a state offers as its own: from the shared library, or made shorter from it. */
export function ownTrainings(items: readonly LibraryItem[], sharing: Sharing): Offered[] {
  return sharing.trainings.map((name) => {
    const shorter = sharing.short[name];
    return shorter ? shorten(name, shorter, trainingNamed(items, shorter.of)) : offeredNamed(items, name);
  });
}

export function ownToolkits(items: readonly LibraryItem[], sharing: Sharing): LibraryItemOf<"toolkit">[] {
  return sharing.toolkits.map((name) => {
    const item = items.find(({ slug }) => slug === name);
    if (item?.kind !== "toolkit") throw new Error(`the library has no toolkit ${name}`);
    return item;
  });
}

/** Some lessons of a training, and the first questions of its quiz, under a title of their own. */
function shorten(name: string, { lessons: kept, title }: ShortVersion, item: LibraryItemOf<"training">) {
  const lessons = item.body.lessons.filter(({ id }) => kept.includes(id));
  const minutes = lessons.reduce((sum, lesson) => sum + (lesson.minutes ?? 0), 0);
  const { quiz } = item.body;
  const body = {
    ...item.body,
    title,
    lessons,
    minutes,
    ...(quiz ? { quiz: { ...quiz, questions: quiz.questions.slice(0, 4) } } : {}),
  };
  return { ...item, slug: name, body };
}

function trainingNamed(items: readonly LibraryItem[], name: string): LibraryItemOf<"training"> {
  const item = items.find(({ slug }) => slug === name);
  if (item?.kind !== "training") throw new Error(`the library has no training ${name}`);
  return item;
}

function offeredNamed(items: readonly LibraryItem[], name: string): Offered {
  const item = items.find(({ slug }) => slug === name);
  if (item?.kind !== "training" && item?.kind !== "series")
    throw new Error(`the library has no training ${name}`);
  return item;
}

/** The English title under which a state offers an item. */
export function titleOf(items: readonly LibraryItem[], sharing: Sharing, name: string): string {
  const shorter = sharing.short[name];
  if (shorter) return shorter.title.en;
  const item = items.find(({ slug }) => slug === name);
  return item && "title" in item.body ? (item.body.title.en ?? "") : "";
}
