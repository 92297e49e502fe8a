import {
  type Body,
  isKnownItem,
  type Quiz,
  type RenderOptions,
  renderBlocks,
  type SeriesBody,
  type ToolkitBody,
  type TrainingBody,
  wordsIn,
} from "@concord/content";
import { messages } from "../messages.ts";

/** A whole body for reading before a decision, quiz answers included. */
export function ReadableBody({ body, options }: { body: Body; options: RenderOptions }) {
  if (!("title" in body)) return null;
  return (
    <div class="cc-stack concord-reading">
      {"summary" in body && <p>{wordsIn(body.summary, options)}</p>}
      {body.schema === "concord.training/1" && <Training body={body} options={options} />}
      {body.schema === "concord.series/1" && <Series body={body} options={options} />}
      {body.schema === "concord.toolkit/1" && <Toolkit body={body} options={options} />}
    </div>
  );
}

type Props<B> = { readonly body: B; readonly options: RenderOptions };

function Training({ body, options }: Props<TrainingBody>) {
  const t = messages.in(options.locale);
  return (
    <>
      <p class="usa-hint">{t("read.minutes", { minutes: body.minutes })}</p>
      <Objectives list={body.objectives} options={options} />
      {body.lessons.map((lesson, at) => (
        <section class="cc-stack">
          <h3>{t("read.lesson", { number: at + 1, title: wordsIn(lesson.title, options) })}</h3>
          {renderBlocks(lesson.blocks, { ...options, baseLevel: 4 })}
        </section>
      ))}
      {body.quiz && <Questions quiz={body.quiz} options={options} />}
    </>
  );
}

function Series({ body, options }: Props<SeriesBody>) {
  const t = messages.in(options.locale);
  return (
    <>
      <Objectives list={body.objectives} options={options} />
      {body.parts.map((part, at) => (
        <section class="cc-stack">
          <h3>{t("read.part", { number: at + 1, title: wordsIn(part.title, options) })}</h3>
          <p>{wordsIn(part.summary, options)}</p>
          {part.type === "training" ? (
            <p>{t("read.training-part", { item: part.training })}</p>
          ) : (
            <>
              <p class="usa-hint">{t("read.minutes", { minutes: part.minutes })}</p>
              {renderBlocks(part.blocks, { ...options, baseLevel: 4 })}
              {part.presenter.length > 0 && <h4>{t("read.presenter")}</h4>}
              {renderBlocks(part.presenter, { ...options, baseLevel: 4 })}
              {part.quiz && <Questions quiz={part.quiz} options={options} />}
            </>
          )}
        </section>
      ))}
    </>
  );
}

function Toolkit({ body, options }: Props<ToolkitBody>) {
  const t = messages.in(options.locale);
  return (
    <>
      {body.path.map((step, at) => (
        <section class="cc-stack">
          <h3>{t("read.step", { number: at + 1, title: wordsIn(step.title, options) })}</h3>
          <p>{wordsIn(step.summary, options)}</p>
          <p class="usa-hint">{t("read.evidence", { text: wordsIn(step.evidence, options) })}</p>
        </section>
      ))}
      <h3>{t("read.items")}</h3>
      {body.items.filter(isKnownItem).map((item) => (
        <section class="cc-stack">
          <h4>{wordsIn(item.title, options)}</h4>
          <p>{wordsIn(item.summary, options)}</p>
          {item.type === "guide" && renderBlocks(item.blocks, { ...options, baseLevel: 4 })}
        </section>
      ))}
    </>
  );
}

function Objectives({ list, options }: { list: TrainingBody["objectives"]; options: RenderOptions }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{messages.in(options.locale)("read.objectives")}</h3>
      <ul class="usa-list">
        {list.map(({ text }) => (
          <li>{wordsIn(text, options)}</li>
        ))}
      </ul>
    </>
  );
}

function Questions({ quiz, options }: { quiz: Quiz; options: RenderOptions }) {
  const t = messages.in(options.locale);
  return (
    <section class="cc-stack">
      <h3>{t("read.quiz")}</h3>
      <ol class="usa-list">
        {quiz.questions.map((question) => (
          <li>
            {wordsIn(question.prompt, options)}
            <ul class="usa-list">
              {question.options.map((option) => (
                <li>
                  {wordsIn(option.text, options)}
                  {option.correct && <strong> ({t("read.right")})</strong>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
