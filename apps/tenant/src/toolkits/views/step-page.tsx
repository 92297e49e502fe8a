import { isKnownItem, type ToolkitBody, type ToolkitItem, wordsIn } from "@concord/content";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  DateField,
  FileField,
  Form,
  localHref,
  PageHeading,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { evidenceAccept } from "../evidence.ts";
import { messages } from "../messages.ts";
import type { AdoptionFrame, FormState } from "./frame.ts";
import { dayText, Said } from "./words.tsx";

type Step = ToolkitBody["path"][number];
type Props = AdoptionFrame & { readonly step: Step; readonly today: string; readonly state: FormState };

/** One step: what helps with it, and the record of the day it was done. */
export function StepPage(props: Props) {
  const { site, open, step, options, state } = props;
  const { adoption, body, member, steps } = open;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const done = steps.find((one) => one.step === step.id);
  const title = wordsIn(step.title, options);
  const crumbs = [
    { label: t("desk.title"), href: localHref(site, `/member/toolkit?member=${member.id}`) },
    { label: wordsIn(body.title, options), href: home },
    { label: title, href: "" },
  ];
  const number = body.path.indexOf(step) + 1;
  return (
    <MemberPage site={site} title={title} failed={state.errors !== undefined}>
      <Breadcrumb items={crumbs} />
      <PageHeading
        title={title}
        over={t("step.over", { number, total: body.path.length })}
        lead={<Said value={step.summary} options={options} />}
      />
      {done && (
        <Alert kind="success">
          <p>
            {t("step.done", { date: dayText(done.doneOn, site.locale) })}
            {done.fileName && (
              <>
                {". "}
                <a href={`${home}/evidence/${step.id}`}>{t("path.file", { name: done.fileName })}</a>
              </>
            )}
          </p>
        </Alert>
      )}
      <Help {...props} />
      <Record {...props} recorded={done?.doneOn} />
    </MemberPage>
  );
}

function Help({ site, open, step, options }: Props) {
  const t = messages.in(site.locale);
  const items = open.body.items.filter(({ id }) => step.items.includes(id)).filter(isKnownItem);
  const trainings = [...new Set(step.trainings.flatMap((name) => open.trainings.get(name) ?? []))];
  if (items.length + trainings.length === 0) return null;
  return (
    <>
      <h2>{t("step.help")}</h2>
      <ul class="usa-list">
        {items.map((item) => (
          <li>
            <a href={localHref(site, pathOf(item, open))}>
              <Said value={item.title} options={options} />
            </a>
          </li>
        ))}
        {trainings.map((training) => (
          <li>
            {t("toolkit.trainings")}{" "}
            <a href={localHref(site, `/trainings/${training.id}`)}>
              <Said value={training.title} options={options} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a member works with an item, or reads it. */
function pathOf(item: ToolkitItem, { adoption, toolkit }: Props["open"]): string {
  const home = `/member/toolkit/${adoption.id}`;
  if (item.type === "self-assessment") return `${home}/assessment?item=${item.id}`;
  if (item.type === "policy-template") return `${home}/policy?item=${item.id}`;
  return `/toolkits/${toolkit.id}/${item.id}`;
}

function Record({
  site,
  open,
  step,
  options,
  today,
  state,
  recorded,
}: Props & { recorded?: string | undefined }) {
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${open.adoption.id}`);
  const action = `${home}/steps/${step.id}`;
  const { values = { doneOn: recorded ?? today }, errors = {} } = state;
  return (
    <>
      <h2>{t(recorded ? "step.record-again" : "step.record")}</h2>
      <p>
        <strong>{t("step.proof")}:</strong> <Said value={step.evidence} options={options} />
      </p>
      <Form action={action} values={values} errors={errors} upload>
        <DateField name="doneOn" label={t("step.day")} required max={today} />
        <FileField
          name="evidence"
          label={t("step.evidence")}
          hint={t("step.evidence-hint")}
          accept={evidenceAccept}
          types={t("step.evidence-types")}
          maxMegabytes={10}
        />
        <Actions>
          <Button>{t(recorded ? "step.save-again" : "step.save")}</Button>
          <ButtonLink href={home} look="outline">
            {t("step.back")}
          </ButtonLink>
        </Actions>
      </Form>
      {recorded && (
        <Form action={`${action}/undo`} plain>
          <Button look="plain">{t("step.undo")}</Button>
          <p class="usa-hint">{t("step.undo-note")}</p>
        </Form>
      )}
    </>
  );
}
