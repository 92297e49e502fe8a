import { localHref, Page, SideNav, type Site } from "@concord/ui";
import type { Child, PropsWithChildren } from "hono/jsx";
import { messages } from "./messages.ts";

const sections = [
  ["office.today", "/office"],
  ["office.applications", "/office/applications"],
  ["office.members", "/office/members"],
  ["office.trainings", "/office/trainings"],
  ["office.sessions", "/office/sessions"],
  ["office.toolkits", "/office/toolkits"],
  ["office.boards", "/office/boards"],
  ["office.network", "/office/network"],
  ["office.figures", "/office/figures"],
  ["office.restricted", "/office/restricted"],
  ["office.people", "/office/people"],
  ["office.audit", "/office/audit"],
] as const;

/** The frame of every page of the office, with its own navigation. */
export function OfficePage(
  props: PropsWithChildren<{
    site: Site;
    title: string;
    failed?: boolean;
    width?: "text" | "wide";
    head?: Child;
  }>,
) {
  const { site, title, failed = false, width = "wide", children } = props;
  return (
    <Page
      site={site}
      title={title}
      surface="office"
      width={width}
      failed={failed}
      side={<SideNav items={sideItems(site, sections)} label={messages.in(site.locale)("nav.office")} />}
    >
      {children}
    </Page>
  );
}

const desk = [
  ["desk.overview", "/member"],
  ["desk.toolkit", "/member/toolkit"],
  ["desk.roster", "/member/roster"],
] as const;

/** The frame of a member's desk. */
export function MemberPage(props: PropsWithChildren<{ site: Site; title: string; failed?: boolean }>) {
  const { site, title, failed = false, children } = props;
  return (
    <Page
      site={site}
      title={title}
      surface="member"
      width="wide"
      failed={failed}
      side={<SideNav items={sideItems(site, desk)} label={messages.in(site.locale)("nav.desk")} />}
    >
      {children}
    </Page>
  );
}

const learner = [
  ["learn.trainings", "/learn"],
  ["learn.attend", "/learn/attend"],
  ["learn.licenses", "/learn/licenses"],
] as const;

/** The frame of a learner's pages; the browser's title is discreet. */
export function LearnerPage(
  props: PropsWithChildren<{
    site: Site;
    title: string;
    titleLang?: string | undefined;
    failed?: boolean;
    side?: boolean;
  }>,
) {
  const { site, title, titleLang, failed = false, side = true, children } = props;
  const nav = side
    ? { side: <SideNav items={sideItems(site, learner)} label={messages.in(site.locale)("nav.learn")} /> }
    : {};
  return (
    <Page
      site={site}
      title={title}
      titleLang={titleLang}
      surface="learner"
      width={side ? "wide" : "text"}
      failed={failed}
      discreet
      {...nav}
    >
      {children}
    </Page>
  );
}

function sideItems(
  site: Site,
  items: readonly (readonly [Parameters<ReturnType<typeof messages.in>>[0], string])[],
) {
  const t = messages.in(site.locale);
  const [path = "/"] = site.path.split("?");
  const current = items
    .map(([, target]) => target)
    .filter((target) => path === target || path.startsWith(`${target}/`));
  const here = current.sort((a, b) => b.length - a.length)[0];
  return items.map(([key, target]) => ({
    label: t(key),
    href: localHref(site, target),
    current: target === here,
  }));
}
