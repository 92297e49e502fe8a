import {
  type Question,
  type QuizAnswers,
  type QuizResult,
  type RenderOptions,
  type Text,
  textIn,
  wordsIn,
} from "@concord/content";
import {
  Alert,
  Button,
  ButtonLink,
  CheckboxGroup,
  Form,
  localHref,
  PageHeading,
  RadioGroup,
  type Site,
} from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { PlayerProps } from "./player-page.tsx";

interface QuizProps extends PlayerProps {
  readonly options: RenderOptions;
}

interface Graded {
  readonly graded: QuizResult;
  readonly answers: QuizAnswers;
}

/** The quiz, and after an answer what was right and why. */
export function QuizPage(props: QuizProps & Partial<Graded>) {
  const { site, enrollment, body, options, graded, answers = {} } = props;
  const t = messages.in(site.locale);
  const { quiz } = body;
  if (!quiz) return null;
  const base = `/learn/${enrollment.id}`;
  const passed = graded?.passed === true;
  return (
    <LearnerPage site={site} title={t("quiz.title")} failed={graded?.passed === false} side={false}>
      <PageHeading
        title={t("quiz.title")}
        over={textIn(body.title, enrollment.locale)}
        lead={t("quiz.lead", { mark: quiz.passMark })}
      />
      {graded && <Verdict site={site} graded={graded} />}
      <Form action={localHref(site, `${base}/quiz`)} plain>
        {quiz.questions.map((question, at) => (
          <QuestionField
            site={site}
            question={question}
            number={at + 1}
            content={options}
            chosen={answers[question.id] ?? []}
            verdict={graded?.questions[at]}
          />
        ))}
        {!passed && <Button>{t("quiz.submit")}</Button>}
      </Form>
      {passed && <ButtonLink href={localHref(site, `${base}/done`)}>{t("quiz.finish")}</ButtonLink>}
    </LearnerPage>
  );
}

function Verdict({ site, graded }: { site: Site; graded: QuizResult }) {
  const t = messages.in(site.locale);
  const { correct, total, passed } = graded;
  return passed ? (
    <Alert kind="success" announce>
      {t("quiz.passed", { correct, total })}
    </Alert>
  ) : (
    <Alert kind="warning" heading={t("quiz.failed", { correct, total })} announce>
      {t("quiz.failed-body")}
    </Alert>
  );
}

interface QuestionProps {
  readonly site: Site;
  readonly question: Question;
  readonly number: number;
  readonly content: RenderOptions;
  readonly chosen: readonly string[];
  readonly verdict: QuizResult["questions"][number] | undefined;
}

function QuestionField({ site, question, number, content, chosen, verdict }: QuestionProps) {
  const t = messages.in(site.locale);
  const { locale } = content;
  const said = (text: Text) => wordsIn(text, content);
  const options = question.options.map(({ id, text }) => ({ value: id, label: said(text) }));
  const label = `${t("quiz.question", { number })}: ${said(question.prompt)}`;
  return (
    <div lang={locale}>
      {question.type === "multiple" ? (
        <CheckboxGroup
          name={question.id}
          label={label}
          hint={t("quiz.several")}
          options={options}
          values={chosen}
        />
      ) : (
        <RadioGroup name={question.id} label={label} options={options} value={chosen[0] ?? ""} />
      )}
      {verdict && (
        <Alert kind={verdict.correct ? "success" : "warning"}>
          <strong>
            {t(verdict.correct ? "quiz.right" : verdict.answered ? "quiz.wrong" : "quiz.unanswered")}
          </strong>{" "}
          {verdict.answered && said(question.explanation)}
        </Alert>
      )}
    </div>
  );
}
