import type { Site } from "@concord/ui";
import { StatusTag } from "@concord/ui";
import type { Phase } from "../../instances/instance.ts";
import type { LobbyView } from "../../lobby/view-data.ts";
import { SwitchForm } from "../../lobby/views/switch-form.tsx";
import { messages } from "../messages.ts";
import { type StepLink, stepLinks } from "../step-links.ts";
import type { StepState } from "../tour-model.ts";
import type { CastNames } from "./tour-page.tsx";

interface Shown {
  readonly site: Site;
  readonly view: LobbyView;
  readonly names: CastNames;
  readonly step: StepState;
}

/** One step: what to do, the links that lead there, and what it still waits for. */
export function TourStep({ number, isNext, ...shown }: Shown & { number: number; isNext: boolean }) {
  const { site, names, step } = shown;
  const t = messages.in(site.locale);
  const [look, word] = step.done
    ? (["good", "ticked"] as const)
    : isNext
      ? (["waiting", "now"] as const)
      : (["neutral", "later"] as const);
  const missing = step.parts.filter(({ done }) => !done);
  const halfDone = missing.length > 0 && missing.length < step.parts.length;
  return (
    <li id={step.name} class={isNext ? "cl-step cl-step--next" : "cl-step"}>
      <div class="cl-step__head">
        <h2>
          {number}. {t(`tour.${step.name}.title`, names)}
        </h2>
        <StatusTag status={look}>{t(`tour.${word}`)}</StatusTag>
      </div>
      <p>{t(`tour.${step.name}.body`, names)}</p>
      {halfDone && (
        <p class="cl-step__missing">
          {t("tour.waits-for")} {missing.map(({ mark }) => t(`tour.mark.${mark}`, names)).join("; ")}.
        </p>
      )}
      <StepActs {...shown} />
    </li>
  );
}

/** The host's switch stands in the step that needs it. */
const switchIn: Partial<Record<StepState["name"], readonly Phase[]>> = {
  alone: ["ready"],
  figures: ["stopped", "failed"],
};

function StepActs({ site, view, names, step }: Shown) {
  const t = messages.in(site.locale);
  const { config, file } = view.deps;
  const host = view.states.find(({ code }) => code === file.tour.host);
  const links = stepLinks(step.name, { site, port: config.port, cast: file.tour, region: file.region.code });
  const hand = step.done ? undefined : links.find(({ officer }) => officer !== undefined);
  const running = new Set(
    [...view.states, view.region].filter(({ status }) => status.phase === "ready").map(({ code }) => code),
  );
  return (
    <>
      {hand && <Hand site={site} view={view} link={hand} />}
      <ul class="cl-step__acts">
        {host && switchIn[step.name]?.includes(host.status.phase) && (
          <li>
            <SwitchForm
              site={site}
              {...host}
              text={t(step.name === "alone" ? "tour.alone.switch" : "tour.figures.switch", names)}
            />
          </li>
        )}
        {links.map(({ href, code }, at) => {
          const label = linkLabel(site, names, step.name, at);
          return (
            <li>{running.has(code) ? <a href={href}>{label}</a> : <span class="cl-off">{label}</span>}</li>
          );
        })}
      </ul>
    </>
  );
}

/** Where a step is done in an office: as whom, and how one signs in here. */
function Hand({ site, view, link }: Pick<Shown, "site" | "view"> & { link: StepLink }) {
  const t = messages.in(site.locale);
  const { name = "", email = "" } = link.officer ?? {};
  const state = view.states.find(({ code }) => code === link.code)?.name ?? link.code;
  return (
    <p class="cl-note">
      {t("tour.hand", { name, email, state })} {link.signsIn && t("tour.sign-in-hint")}
    </p>
  );
}

function linkLabel(site: Site, names: CastNames, step: StepState["name"], at: number): string {
  const t = messages.in(site.locale);
  if (at === 0) return t(`tour.${step}.link`, names);
  if (step === "approve" || step === "verify" || step === "figures") return t(`tour.${step}.link-2`, names);
  throw new Error(`the step ${step} has one link`);
}
