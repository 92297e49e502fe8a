import { ButtonLink, type Site } from "@concord/ui";
import type { LobbyView } from "../../lobby/view-data.ts";
import { LookAgain } from "../../lobby/views/look-again.tsx";
import { SwitchForm } from "../../lobby/views/switch-form.tsx";
import { SwitchedNote } from "../../lobby/views/switched-note.tsx";
import { messages } from "../messages.ts";
import { sceneOf } from "../page-bar.tsx";
import { type Task, taskOf } from "../task.ts";
import { goalHref, taskNames } from "../task-words.ts";
import { nextStep, type StepState, stepStates, type Tour } from "../tour-model.ts";

interface Shown {
  readonly site: Site;
  readonly view: LobbyView;
  readonly tour: Tour;
}

/** The step that is next: what it is about, what of it is done, and the one thing to do now. */
export function OpenStep({ site, view, tour }: Shown) {
  const t = messages.in(site.locale);
  const states = stepStates(tour);
  const step = nextStep(states);
  const task = taskOf(tour, sceneOf(view.deps));
  if (!step || !task) return null;
  const names = taskNames(view.deps, task, tour, site.locale);
  const done = step.parts.filter((part) => part.done);
  const blocked = task.name === "away" || task.name === "starting";
  return (
    <section id="now" class="cl-now" aria-labelledby="now-title">
      <p class="cl-now__step">{t("bar.step", { number: states.indexOf(step) + 1 })}</p>
      <h2 id="now-title">{t(`tour.${step.name}.title`, names)}</h2>
      <SwitchedNote site={site} view={view} />
      <p>{t(`tour.${step.name}.body`, names)}</p>
      {done.length > 0 && (
        <ul class="cl-now__done">
          {done.map(({ mark }) => (
            <li>
              <span aria-hidden="true">✓</span> <span class="usa-sr-only">{t("tour.ticked")}: </span>
              {t(`tour.mark.${mark}`, names)}
            </li>
          ))}
        </ul>
      )}
      {(done.length > 0 || blocked) && <p class="cl-now__say">{t(`task.${task.name}`, names)}</p>}
      {task.goal.officer && done.length === 0 && <p class="cl-note">{t("tour.hand", names)}</p>}
      <Act site={site} view={view} task={task} names={names} />
    </section>
  );
}

interface ActProps extends Omit<Shown, "tour"> {
  readonly task: Task;
  readonly names: Readonly<Record<string, string>>;
}

/** The switch where somebody is to be switched, else the link to where it is done. */
function Act({ site, view, task, names }: ActProps) {
  const t = messages.in(site.locale);
  const { port } = view.deps.config;
  const turned = [...view.states, view.region].find(({ code }) => code === task.turns);
  if (!turned)
    return (
      <p>
        <ButtonLink href={goalHref(task.goal, port, site.locale)}>
          {t(`task.${task.name}.go`, names)}
        </ButtonLink>
      </p>
    );
  if (task.name === "starting")
    return (
      <p>
        <LookAgain site={site} />
      </p>
    );
  const { file } = view.deps;
  const change = turned.status.phase === "ready" ? "tour.switch-off" : "tour.switch-on";
  const late = turned.code === file.tour.host && change === "tour.switch-on";
  return (
    <div class="cl-now__acts">
      <SwitchForm
        site={site}
        code={turned.code}
        name={names.state ?? ""}
        status={turned.status}
        text={t(change, names)}
        look="primary"
      />
      {late && (
        <a href={goalHref({ code: file.region.code, path: "/" }, port, site.locale)}>
          {t("tour.region-late", names)}
        </a>
      )}
    </div>
  );
}

/** One line: its number or tick, its name, and how it stands. */
export function StepLine(props: {
  readonly site: Site;
  readonly step: StepState;
  readonly title: string;
  readonly number: number;
  readonly isNext: boolean;
}) {
  const { site, step, title, number, isNext } = props;
  const t = messages.in(site.locale);
  const word = step.done ? "ticked" : isNext ? "now" : "later";
  return (
    <li id={step.name} class={`cl-line cl-line--${word}`} aria-current={isNext ? "step" : undefined}>
      <span class="cl-tour__mark" aria-hidden="true">
        {step.done ? "✓" : number}
      </span>
      <span>{title}</span>
      <span class="cl-line__word">{t(`tour.${word}`)}</span>
    </li>
  );
}
