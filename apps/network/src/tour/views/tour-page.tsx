import { Alert, Button, ButtonLink, Form, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { canBegin, castOf, isBusy, type LobbyView } from "../../lobby/view-data.ts";
import { LobbyHead } from "../../lobby/views/lobby-head.tsx";
import { LookAgain } from "../../lobby/views/look-again.tsx";
import { SwitchForm } from "../../lobby/views/switch-form.tsx";
import { messages } from "../messages.ts";
import { type CastNames, castNames, goalHref } from "../task-words.ts";
import { hasBegun, hostIsOff, nextStep, stepStates, type Tour } from "../tour-model.ts";
import { BeginAgain } from "./begin-again.tsx";
import { TourBar } from "./tour-bar.tsx";
import { OpenStep, StepLine } from "./tour-step.tsx";

interface TourPageProps {
  readonly site: Site;
  readonly view: LobbyView;
  /** It could not begin. */
  readonly refused?: boolean;
  /** It has just begun again. */
  readonly again?: boolean;
}

/** The six steps, each with what to do, where, and whether it happened. */
export function TourPage({ site, view, refused, again }: TourPageProps) {
  const t = messages.in(site.locale);
  const names = castNames(view.deps, site.locale);
  return (
    <Page site={site} title={t("tour.title")} width="full" head={<LobbyHead />}>
      {view.tour && <TourBar site={site} view={view} tour={view.tour} />}
      <div class="cc-width cl-tour-page">
        <PageHeading title={t("tour.title")} lead={t("tour.lead")} />
        {refused && canBegin(view) && (
          <Alert kind="warning" announce>
            {t("tour.no-answer", names)}
          </Alert>
        )}
        {again && view.tour && !hasBegun(view.tour) && (
          <Alert kind="success" announce>
            {t("tour.cleared")}
          </Alert>
        )}
        {!view.deps.tour ? (
          <Alert kind="warning">{t("tour.absent", names)}</Alert>
        ) : view.tour ? (
          <Steps site={site} view={view} names={names} tour={view.tour} />
        ) : (
          <Beginning site={site} view={view} names={names} />
        )}
      </div>
    </Page>
  );
}

interface Shown {
  readonly site: Site;
  readonly view: LobbyView;
  readonly names: CastNames;
}

function Steps({ site, view, names, tour }: Shown & { tour: Tour }) {
  const t = messages.in(site.locale);
  const states = stepStates(tour);
  const next = nextStep(states);
  return (
    <>
      {next ? <OpenStep site={site} view={view} tour={tour} /> : <Done site={site} view={view} />}
      <h2>{t("tour.steps")}</h2>
      <ol class="cl-steps">
        {states.map((step, at) => (
          <StepLine
            site={site}
            step={step}
            title={t(`tour.${step.name}.title`, names)}
            number={at + 1}
            isNext={step === next}
          />
        ))}
      </ol>
      <Leaving site={site} view={view} names={names} tour={tour} />
    </>
  );
}

/** The end, and two ways on from it. */
function Done({ site, view }: Omit<Shown, "names">) {
  const t = messages.in(site.locale);
  const { config, file } = view.deps;
  const region = goalHref({ code: file.region.code, path: "/" }, config.port, site.locale);
  return (
    <Alert kind="success" heading={t("tour.done")}>
      <p>{t("tour.done-body")}</p>
      <div class="cc-actions">
        <ButtonLink href={region}>{t("tour.done-region")}</ButtonLink>
        <ButtonLink look="outline" href={`${localHref(site, "/")}#people`}>
          {t("tour.done-offices")}
        </ButtonLink>
      </div>
    </Alert>
  );
}

/** Begin again, where there is a tick to clear, or leave. */
function Leaving({ site, view, names, tour }: Shown & { tour: Tour }) {
  const t = messages.in(site.locale);
  return (
    <div class="cl-again">
      {hasBegun(tour) && <p>{t("tour.again-note", names)}</p>}
      {hostIsOff(tour) ? (
        // The tour itself had it switched off, and the step says when it is switched on again.
        <p class="cl-note">{t("tour.off", { state: names.host })}</p>
      ) : (
        <Missing site={site} view={view} names={names} />
      )}
      <div class="cc-actions">
        <BeginAgain site={site} view={view} />
        <Form action={localHref(site, "/tour/end")} plain>
          <Button look="plain">{t("tour.end")}</Button>
        </Form>
      </div>
    </div>
  );
}

function Beginning({ site, view, names }: Shown) {
  const t = messages.in(site.locale);
  return (
    <div class="cc-stack">
      <h2>{t("tour.not-begun")}</h2>
      <p>{t("tour.not-begun-body", names)}</p>
      <Missing site={site} view={view} names={names} />
      {canBegin(view) && (
        <Form action={localHref(site, "/tour/begin")} plain>
          <Button>{t("tour.begin")}</Button>
        </Form>
      )}
    </div>
  );
}

/** Who must run before the tour can begin, or begin again, and does not; nothing where both do. */
function Missing({ site, view, names }: Shown) {
  const t = messages.in(site.locale);
  const missing = castOf(view).filter(({ status }) => status.phase !== "ready");
  if (missing.length === 0) return null;
  if (missing.some(isBusy))
    return (
      <Alert kind="info">
        {t("tour.waiting", names)} <LookAgain site={site} />
      </Alert>
    );
  return (
    <Alert kind="warning">
      {missing.map((one) => (
        <div class="cl-missing">
          <p>{t("tour.off", { state: one.name })}</p>
          <SwitchForm site={site} {...one} />
        </div>
      ))}
    </Alert>
  );
}
