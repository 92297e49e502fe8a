import type { Logger } from "@concord/runtime";
import { writeNumber } from "@concord/runtime";
import type { LobbyDeps } from "../lobby/lobby.tsx";
import { isBusy } from "../lobby/view-data.ts";
import { messages } from "./messages.ts";
import { isAt, signingIn, type Task, taskOf } from "./task.ts";
import { goalHref, taskNames } from "./task-words.ts";
import type { TourKeeper } from "./tour.ts";
import { nextStep, stepStates, type Tour } from "./tour-model.ts";
import { type BarLink, StateBar } from "./views/state-bar.tsx";

/** A page that an instance has just answered. */
export interface Answered {
  /** Whose. */
  readonly code: string;
  readonly method: string;
  /** Without the language. */
  readonly path: string;
  readonly status: number;
  readonly locale: string;
}

/** What tells on an instance's pages how the tour goes on. */
export interface PageBar {
  /** Whether there is anything to tell; asks nobody. */
  isOn(): Promise<boolean>;
  /** Its markup, after what the page itself did; undefined where nothing can be told. */
  markup(page: Answered): Promise<string | undefined>;
}

export type BarDeps = Pick<LobbyDeps, "network" | "file" | "config" | "cast"> & {
  readonly tour: TourKeeper;
  readonly log: Logger;
};

export function createPageBar(deps: BarDeps): PageBar {
  const { tour, log } = deps;
  return {
    isOn: () => tour.isOn(),
    async markup(page) {
      try {
        const now = await (isComparison(deps, page) ? tour.lookAtRegion() : tour.look());
        if (!now) return undefined;
        const task = taskOf(now, sceneOf(deps));
        const bar = task ? (
          <TaskBar deps={deps} page={page} tour={now} task={task} />
        ) : (
          await doneBar(deps, page, now)
        );
        return String(await bar);
      } catch (err) {
        log.warn({ err }, "the tour could not be told on a page");
        return undefined;
      }
    },
  };
}

/** Who plays, and who runs. */
export function sceneOf({ network, file }: Pick<BarDeps, "network" | "file">) {
  const { host, adopter, county } = file.tour;
  const find = (code: string) => [...network.tenants, network.region].find((one) => one.code === code);
  return {
    ...{ cast: { host, adopter }, county, region: file.region.code },
    isRunning: (code: string) => find(code)?.status.phase === "ready",
    isBusy: (code: string) => isBusy(find(code) ?? { status: { phase: "stopped" } }),
  };
}

function isComparison({ file }: BarDeps, { code, method, path, status }: Answered): boolean {
  return code === file.region.code && method === "GET" && path === "/" && status === 200;
}

interface Told {
  readonly deps: BarDeps;
  readonly page: Answered;
  readonly tour: Tour;
}

function TaskBar({ deps, page, tour, task }: Told & { task: Task }) {
  const { locale, code, path } = page;
  const t = messages.in(locale);
  const names = taskNames(deps, task, tour, locale);
  const states = stepStates(tour);
  const step = nextStep(states);
  const place = signingIn(task.goal, code, page.method, path);
  const here = isAt(task.goal, code, path);
  const say = place
    ? t(`sign-in.${place}`, names)
    : here
      ? t(
          task.name === "applied" && path === "/join/review" ? "task.applied.sign" : `task.${task.name}.here`,
          names,
        )
      : t(`task.${task.name}`, names);
  const go: BarLink = {
    href: goalHref(task.goal, deps.config.port, locale),
    label: t(`task.${task.name}.go`, names),
  };
  return (
    <StateBar
      locale={locale}
      port={deps.config.port}
      number={step ? states.indexOf(step) + 1 : 0}
      title={step ? t(`tour.short.${step.name}`) : ""}
      say={say}
      {...(here || place ? {} : { go })}
    />
  );
}

/** When all was seen: at the region with its total before and now. */
async function doneBar(deps: BarDeps, { code, path, locale }: Answered, { members: before }: Tour) {
  const t = messages.in(locale);
  const { port } = deps.config;
  const atRegion = code === deps.file.region.code && path === "/";
  const now = atRegion ? await deps.tour.members() : undefined;
  const counted =
    before === undefined || now === undefined
      ? t("bar.done-say")
      : t(now > before ? "bar.done-risen" : "bar.done-coming", {
          before: writeNumber(before, locale),
          now: writeNumber(now, locale),
        });
  const go = {
    href: goalHref({ code: deps.file.region.code, path: "/" }, port, locale),
    label: t("bar.region"),
  };
  return (
    <StateBar locale={locale} port={port} title={t("bar.done")} say={counted} {...(atRegion ? {} : { go })} />
  );
}
