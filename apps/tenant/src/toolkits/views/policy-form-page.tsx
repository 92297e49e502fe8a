import { holds, type PolicyQuestion, type RenderOptions, type ToolkitItem, wordsIn } from "@concord/content";
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  DateField,
  Form,
  languageName,
  localHref,
  PageHeading,
  RadioGroup,
  Tabs,
  TextArea,
  TextField,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { itemsOf } from "../model.ts";
import { answersOfForm } from "../policy-form.ts";
import type { AdoptionFrame, FormState } from "./frame.ts";
import { Said } from "./words.tsx";

export type TemplateItem = Extract<ToolkitItem, { type: "policy-template" }>;

/** The questions of a template. A question that hangs on another one's answer comes once that is given. */
export function PolicyFormPage(
  props: AdoptionFrame & { readonly item: TemplateItem; readonly state: FormState },
) {
  const { site, open, item, options, state } = props;
  const { adoption, body } = open;
  const t = messages.in(site.locale);
  const home = localHref(site, `/member/toolkit/${adoption.id}`);
  const { template } = item;
  const title = wordsIn(template.title, options);
  const answers = answersOfForm(template, state.values ?? {});
  const all = itemsOf(body, "policy-template");
  const crumbs = [
    { label: wordsIn(body.title, options), href: home },
    { label: t("policy.title"), href: "" },
  ];
  const tabs = all.map(({ id, title: name }) => ({
    label: wordsIn(name, options),
    href: `${home}/policy?item=${id}`,
    current: id === item.id,
  }));
  return (
    <MemberPage site={site} title={title} failed={state.errors !== undefined}>
      <Breadcrumb items={crumbs} />
      <PageHeading
        title={title}
        over={t("policy.title")}
        lead={<Said value={template.summary} options={options} />}
      />
      {tabs.length > 1 && <Tabs items={tabs} label={t("policy.other")} />}
      <p>{t("policy.questions")}</p>
      <Form action={`${home}/policy?item=${item.id}`} {...state}>
        {template.questions
          .filter(({ when }) => holds(when, answers))
          .map((question) => (
            <QuestionField locale={site.locale} question={question} options={options} />
          ))}
        <RadioGroup
          name="locale"
          label={t("policy.language")}
          hint={t("policy.language-hint")}
          options={template.languages.map((value) => ({ value, label: languageName(value) }))}
          required
        />
        <Actions>
          <Button>{t("policy.preview")}</Button>
        </Actions>
      </Form>
    </MemberPage>
  );
}

function QuestionField(props: { locale: string; question: PolicyQuestion; options: RenderOptions }) {
  const { locale, question, options } = props;
  const t = messages.in(locale);
  const field = {
    name: `answers.${question.id}`,
    label: wordsIn(question.label, options),
    required: question.required,
    ...(question.help && { hint: wordsIn(question.help, options) }),
  };
  const choices = (question.options ?? []).map(({ id, text }) => ({
    value: id,
    label: wordsIn(text, options),
  }));
  const yesNo = [
    { value: "yes", label: t("policy.yes") },
    { value: "no", label: t("policy.no") },
  ];
  switch (question.type) {
    case "choice":
      return <RadioGroup {...field} options={choices} />;
    case "choices":
      return <CheckboxGroup {...field} options={choices} />;
    case "yes-no":
      return <RadioGroup {...field} options={yesNo} />;
    case "date":
      return <DateField {...field} />;
    case "longtext":
      return <TextArea {...field} maxlength={4_000} />;
    case "email":
      return <TextField {...field} type="email" maxlength={254} />;
    case "phone":
      return <TextField {...field} type="tel" width="lg" maxlength={40} />;
    case "text":
      return <TextField {...field} maxlength={300} />;
  }
}
