import { type ToolkitItem, wordsIn } from "@concord/content";
import { Actions, Alert, Breadcrumb, Button, Form, localHref, PageHeading, RadioGroup } from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { AdoptionFrame, FormState } from "./frame.ts";
import { momentText, percentText, Said } from "./words.tsx";

export type AssessmentItem = Extract<ToolkitItem, { type: "self-assessment" }>;

/** The questions of a self-assessment. */
export function AssessmentPage(
  props: AdoptionFrame & { readonly item: AssessmentItem; readonly state: FormState },
) {
  const { site, tenant, open, item, options, state } = props;
  const { adoption, body, assessments } = open;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const { assessment } = item;
  const title = wordsIn(assessment.title, options);
  const scale = assessment.scale.map(({ id, text }) => ({ value: id, label: wordsIn(text, options) }));
  const earlier = assessments.filter((taken) => taken.item === item.id);
  const crumbs = [
    { label: wordsIn(body.title, options), href: home },
    { label: t("assess.title"), href: "" },
  ];
  return (
    <MemberPage site={site} title={title} failed={state.errors !== undefined}>
      <Breadcrumb items={crumbs} />
      <PageHeading
        title={title}
        over={t("assess.title")}
        lead={<Said value={assessment.summary} options={options} />}
      />
      <Alert>
        <p>{t("assess.private")}</p>
      </Alert>
      <Form action={`${home}/assessment?item=${item.id}`} {...state}>
        <input type="hidden" name="item" value={item.id} />
        {assessment.questions.map((question, at) => (
          <RadioGroup
            name={`answers.${question.id}`}
            label={`${at + 1}. ${wordsIn(question.text, options)}`}
            {...(question.help && { hint: wordsIn(question.help, options) })}
            options={scale}
            required
          />
        ))}
        <Actions>
          <Button>{t("assess.submit")}</Button>
        </Actions>
      </Form>
      {earlier.length > 0 && <h2>{t("assess.earlier")}</h2>}
      <ul class="usa-list">
        {earlier.map(({ id, percent, takenAt }) => (
          <li>
            <a href={`${home}/assessment/${id}`}>
              {t("path.result", {
                percent: percentText(percent, site.locale),
                date: momentText(takenAt, site.locale, tenant),
              })}
            </a>
          </li>
        ))}
      </ul>
    </MemberPage>
  );
}
