import {
  Alert,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  StepIndicator,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { JoinView } from "../read-join.ts";
import { AskStep } from "./ask-step.tsx";
import { FindStep } from "./find-step.tsx";
import { MemberStep } from "./member-step.tsx";
import { WaitStep } from "./wait-step.tsx";

export interface JoinPageProps {
  readonly site: Site;
  readonly view: JoinView;
  readonly values?: FormValues | undefined;
  readonly errors?: FormErrors | undefined;
  /** Why the last step was not taken. */
  readonly problem?: string | undefined;
}

const steps = ["find", "ask", "wait", "member"] as const;

/** One page that leads an office into a network: it shows the step that is due, and goes on where it was left. */
export function JoinPage({ site, view, values = {}, errors = {}, problem }: JoinPageProps) {
  const t = messages.in(site.locale);
  const title = t(view.step === "member" ? "join.title-member" : "join.title");
  const current = view.step === "switch" ? steps.length : steps.indexOf(view.step) + 1;
  return (
    <OfficePage site={site} title={title} failed={Object.keys(errors).length > 0 || problem !== undefined}>
      <PageHeading
        title={title}
        lead={t(view.step === "member" ? "join.lead-member" : "join.lead")}
        over={<a href={localHref(site, "/office/network")}>{t("join.network")}</a>}
      />
      <StepIndicator steps={steps.map((step) => t(`join.step.${step}`))} current={current} />
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      {view.step === "find" && (
        <FindStep site={site} ourselves={view.ourselves} values={values} errors={errors} />
      )}
      {view.step === "ask" && <AskStep site={site} {...view} />}
      {view.step === "wait" && <WaitStep site={site} {...view} />}
      {view.step === "switch" && (
        <Alert heading={t("join.switching")} level={3}>
          {t("join.switching-do")}
        </Alert>
      )}
      {view.step === "member" && <MemberStep site={site} {...view} />}
    </OfficePage>
  );
}
