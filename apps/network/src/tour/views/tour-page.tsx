import { Alert, Button, Form, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { canBegin, castOf, isBusy, type LobbyView } from "../../lobby/view-data.ts";
import { LobbyHead } from "../../lobby/views/lobby-head.tsx";
import { LookAgain } from "../../lobby/views/look-again.tsx";
import { SwitchForm } from "../../lobby/views/switch-form.tsx";
import { messages } from "../messages.ts";
import { type CastNames, castNames } from "../task-words.ts";
import { hostIsOff, nextStep, stepStates, type Tour } from "../tour-model.ts";
import { TourBar } from "./tour-bar.tsx";
import { OpenStep, StepLine } from "./tour-step.tsx";

/** The six steps, each with what to do, where, and whether it happened. `refused` where it could not begin. */
export function TourPage({ site, view, refused }: { site: Site; view: LobbyView; refused?: boolean }) {
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
      {next ? (
        <OpenStep site={site} view={view} tour={tour} />
      ) : (
        <Alert kind="success" heading={t("tour.done")}>
          {t("tour.done-body")}
        </Alert>
      )}
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
      <div class="cl-again">
        <p>{t("tour.again-note", names)}</p>
        {hostIsOff(tour) ? (
          // The tour itself had it switched off, and the step says when it is switched on again.
          <p class="cl-note">{t("tour.off", { state: names.host })}</p>
        ) : (
          <Missing site={site} view={view} names={names} />
        )}
        <div class="cc-actions">
          {canBegin(view) && (
            <Form action={localHref(site, "/tour/begin")} plain>
              <Button look="outline">{t("tour.begin-again")}</Button>
            </Form>
          )}
          <Form action={localHref(site, "/tour/end")} plain>
            <Button look="plain">{t("tour.end")}</Button>
          </Form>
        </div>
      </div>
    </>
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
