import { type Text, textIn } from "@concord/content";
import { writeDayOf, writeMoment } from "@concord/runtime";
import { localHref, PageHeading, type Site, type Status, StatusTag, Tabs } from "@concord/ui";
import type { Child, PropsWithChildren } from "hono/jsx";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { type IncomingItem, isSharedKind, type SharedItem } from "../model.ts";

const views = [
  ["network.overview", "/office/network"],
  ["network.problems", "/office/network/problems"],
  ["network.incoming", "/office/network/incoming"],
  ["network.adopted", "/office/network/adopted"],
  ["network.published", "/office/network/published"],
  ["network.rules", "/office/network/rules"],
  ["network.members", "/office/network/members"],
] as const;

/** The frame of the network's pages in the office. */
export function NetworkPage(
  props: PropsWithChildren<{
    site: Site;
    title: string;
    lead?: Child;
    over?: Child;
    failed?: boolean;
    actions?: Child;
  }>,
) {
  const { site, title, lead, over, failed = false, actions, children } = props;
  const t = messages.in(site.locale);
  const [path = ""] = site.path.split("?");
  const here = views.filter(([, target]) => path === target || path.startsWith(`${target}/`)).at(-1)?.[1];
  return (
    <OfficePage site={site} title={title} failed={failed}>
      <PageHeading title={title} lead={lead} over={over} actions={actions} />
      <Tabs
        label={t("network.views")}
        items={views.map(([key, target]) => ({
          label: t(key),
          href: localHref(site, target),
          current: target === here,
        }))}
      />
      {children}
    </OfficePage>
  );
}

const looks: Readonly<Record<IncomingItem["status"] | SharedItem["status"], Status>> = {
  new: "new",
  "update-available": "new",
  adopted: "good",
  live: "good",
  declined: "neutral",
  followed: "neutral",
  blocked: "neutral",
  withdrawn: "stopped",
  recalled: "stopped",
  erased: "stopped",
};

/** How an item of another office stands here. */
export function ItemStatus({ site, status }: { site: Site; status: IncomingItem["status"] }) {
  return <StatusTag status={looks[status]}>{messages.in(site.locale)(`status.${status}`)}</StatusTag>;
}

/** How an item of ours stands on the network. */
export function SharedStatus({ site, status }: { site: Site; status: SharedItem["status"] }) {
  return <StatusTag status={looks[status]}>{messages.in(site.locale)(`shared.${status}`)}</StatusTag>;
}

export function kindWord(site: Site, kind: string): string {
  const t = messages.in(site.locale);
  if (isSharedKind(kind) || kind === "figures") return t(`kind.${kind}`);
  return t("kind.other");
}

/** An item's title, or what stands for it once it was erased. */
export function titleOf(site: Site, title: Text): string {
  if (Object.keys(title).length === 0) return messages.in(site.locale)("incoming.erased-title");
  return textIn(title, site.locale);
}

export function languagesOf(site: Site, codes: readonly string[]): string {
  const names = new Intl.DisplayNames([site.locale], { type: "language" });
  return new Intl.ListFormat(site.locale).format(codes.map((code) => names.of(code) ?? code));
}

/** Days and hours of a page, in the program's own time zone. */
export interface Times {
  day(date: Date): string;
  moment(date: Date): string;
}

export function timesOf(site: Site): Times {
  return { day: (date) => writeDayOf(date, site), moment: (date) => writeMoment(date, site) };
}
