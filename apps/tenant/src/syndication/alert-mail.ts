import { type Text, textIn } from "@concord/content";
import { type Place, writeDayOf, writeMoment } from "@concord/runtime";
import { section, type Words } from "./alert-sections.ts";
import type { ToldAlert } from "./end-alert.ts";
import { erasedTitle, messages } from "./messages.ts";
import { type Alert, type AlertKind, alertKinds } from "./watch-network.ts";

/** What one message says: the most serious first. */
export interface AlertNews {
  readonly fresh: readonly Alert[];
  readonly over: readonly ToldAlert[];
}

/** Whom and what it names. */
export interface Known {
  readonly members: ReadonlyMap<string, { readonly name: string; readonly address: string }>;
  readonly titles: ReadonlyMap<string, Text>;
}

interface AlertMail {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly path: string };
}

/** The subject names nobody and nothing: an inbox may be read over somebody's shoulder. */
export function writeAlerts({ fresh, over }: AlertNews, known: Known, place: Place): AlertMail {
  const words = wordsOf(known, place);
  const { t } = words;
  const kinds = alertKinds.filter((kind) => fresh.some((one) => one.kind === kind));
  const [first] = kinds;
  // Both say the same.
  const things = kinds.filter((kind) => kind !== "silent" || !kinds.includes("cut-off"));
  const ended = new Set(over.map((one) => `- ${endText(one, words)}`));
  return {
    subject:
      things.length > 1
        ? t("alert.subject.several", { count: things.length })
        : t(first ? `alert.subject.${first}` : "alert.subject.over"),
    paragraphs: [
      ...kinds.flatMap((kind) => {
        const [begin = "", ...rest] = section(kind, fresh, words);
        const number = things.length > 1 ? things.indexOf(kind) + 1 : 0;
        return [number > 0 ? `${number}. ${begin}` : begin, ...rest];
      }),
      ...(ended.size > 0 ? [[t("alert.over"), ...ended].join("\n")] : []),
      t("alert.once"),
    ],
    link: { label: t("alert.link"), path: pathOf(first, fresh) },
  };
}

function endText({ kind, member, item }: ToldAlert, { t, name, title }: Words): string {
  return t(`alert.over.${kind}`, {
    name: member ? name(member) : "",
    title: item ? title(item) : "",
  });
}

/** Where something can be done about the most serious. */
function pathOf(first: AlertKind | undefined, fresh: readonly Alert[]): string {
  const onProblems: readonly (AlertKind | undefined)[] = ["halted", "quarantined", "delayed", "owed"];
  if (onProblems.includes(first)) return "/office/network/problems";
  if (first === "expiry") return "/office/network/members";
  if (first !== "taken-back" && first !== "safety") return "/office/network";
  const items = fresh.flatMap((one) => (one.kind === first && "item" in one ? one.item : []));
  return items.length === 1 ? `/office/network/incoming/${items[0]}` : "/office/network/adopted";
}

function wordsOf({ members, titles }: Known, place: Place): Words {
  const name = (member: string) => members.get(member)?.name ?? member;
  return {
    t: messages.in(place.locale),
    name,
    site(member) {
      const address = members.get(member)?.address;
      return address ? `${name(member)} (${address})` : name(member);
    },
    title(item) {
      const title = titles.get(item) ?? {};
      return textIn(Object.keys(title).length > 0 ? title : erasedTitle, place.locale);
    },
    day: (date) => writeDayOf(date, place),
    moment: (date) => writeMoment(date, place),
  };
}
