import type { Translate } from "@concord/runtime";
import type { messages } from "./messages.ts";
import type { Alert, AlertKind, AlertOf } from "./watch-network.ts";

type Key = Parameters<ReturnType<typeof messages.in>>[0];

/** The words of one reader. */
export interface Words {
  readonly t: Translate<Key>;
  name(member: string): string;
  /** With the address of its site, where an officer finds whom to call. */
  site(member: string): string;
  title(item: string): string;
  day(date: Date): string;
  moment(date: Date): string;
}

type Sections = { readonly [Kind in AlertKind]: (all: readonly AlertOf<Kind>[], words: Words) => string[] };

const sections: Sections = {
  halted: (all, { t, moment }) =>
    all.flatMap(({ since, source }) => [
      t("alert.halted", { since: moment(since), source }),
      t("alert.halted-means"),
      t("alert.halted-do"),
    ]),
  quarantined: (all, { t, name, moment }) =>
    all.flatMap(({ member, since, reason }) => [
      t("alert.quarantined", {
        name: name(member),
        since: moment(since),
        reason: t(`reason.${reason}`),
      }),
      t("alert.quarantined-do", { name: name(member) }),
    ]),
  delayed: (all, { t, name, title, moment }) =>
    all.flatMap(({ member, item, op, why, since }) => {
      const about = { name: name(member), title: title(item), since: moment(since) };
      return [
        why === "held" ? t("alert.delayed.held", { ...about, op }) : t("alert.delayed.files", about),
        why === "held" ? t("alert.delayed.held-do", about) : t("alert.delayed.files-do"),
      ];
    }),
  owed(all, { t, site, title, moment }) {
    const one = Map.groupBy(all, ({ item, stage }) => `${item} ${stage}`).values();
    const each = [...one].flatMap(([first, ...others]) => {
      if (!first) return [];
      const { item, op, since } = first;
      const members = [first, ...others].map(({ member }) => `- ${site(member)}`);
      return [[t("alert.owed", { op, title: title(item), since: moment(since) }), ...members].join("\n")];
    });
    return [...each, t("alert.owed-do")];
  },
  "taken-back": (all, { t, name, title }) => [
    ...all.flatMap(({ member, item, op, reason }) => [
      t("alert.taken-back", { name: name(member), title: title(item), op }),
      ...(reason ? [t("alert.reason", { reason: reason.replaceAll(/\s+/g, " ") })] : []),
    ]),
    t("alert.taken-back-do"),
  ],
  safety: (all, { t, name, title }) => [
    ...all.map(({ member, item }) => t("alert.safety", { name: name(member), title: title(item) })),
    t("alert.safety-do"),
  ],
  clock: (all, { t }) =>
    all.flatMap(({ ahead }) => [
      t("alert.clock", { off: amount(Math.abs(ahead), t), side: ahead > 0 ? "behind" : "ahead" }),
      t("alert.clock-do"),
    ]),
  expiry: (all, { t, day }) =>
    all.map(({ what, at, days }) =>
      days < 0
        ? `${t("alert.expired", { what })} ${t("registry.ended-do", { date: day(at) })}`
        : `${t(`registry.${what}-ends`, { days })}. ${t("registry.ends-do", { date: day(at) })}`,
    ),
  "cut-off": (_, { t }) => [t("alert.cut-off")],
  silent(all, { t, site, moment }) {
    const members = all.map(({ member, since }) => {
      const heard = since ? t("alert.silent-since", { since: moment(since) }) : t("alert.silent-never");
      return `- ${site(member)}: ${heard}`;
    });
    return [[t("alert.silent"), ...members].join("\n"), t("alert.silent-do")];
  },
};

/** The paragraphs about one kind of alert: what happened, what it means for people, what to do. */
export function section<Kind extends AlertKind>(
  kind: Kind,
  alerts: readonly Alert[],
  words: Words,
): string[] {
  const isOne = (alert: Alert): alert is Extract<Alert, AlertOf<Kind>> => alert.kind === kind;
  return sections[kind](alerts.filter(isOne), words);
}

/** Seconds as people say them. */
function amount(seconds: number, t: Words["t"]): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return t("alert.minutes", { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t("alert.hours", { count: hours }) : t("alert.days", { count: Math.round(hours / 24) });
}
