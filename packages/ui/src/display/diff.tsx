import { useChrome } from "../page/site-scope.tsx";
import { compareWords } from "./compare-words.ts";

/** One text before and after; without `before` it was added, without `after` removed. */
export interface TextChange {
  /** Where it stands, such as "Lesson 2, paragraph 3". */
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  readonly lang?: string;
}

/** What an update changes, side by side, with the changed words marked. */
export function Diff({ changes, level = 3 }: { changes: readonly TextChange[]; level?: 2 | 3 | 4 }) {
  const t = useChrome();
  if (changes.length === 0) return <p>{t("diff.none")}</p>;
  return (
    <div class="cc-diff">
      {changes.map((change) => (
        <Change change={change} level={level} />
      ))}
    </div>
  );
}

function Change({ change, level }: { change: TextChange; level: 2 | 3 | 4 }) {
  const t = useChrome();
  const { label, before, after, lang } = change;
  const Heading = `h${level}` as const;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const runs = compareWords(before ?? "", after ?? "");
  return (
    <section class="cc-diff__change">
      <Heading>
        {label} <span class="cc-diff__kind">{t(`diff.${kind}`)}</span>
      </Heading>
      <div class="cc-diff__sides">
        {before !== undefined && (
          <div class="cc-diff__side">
            <p class="cc-diff__title">{t("diff.before")}</p>
            <p lang={lang}>
              {runs.map((run) =>
                run.kind === "same" ? (
                  run.text
                ) : run.kind === "removed" ? (
                  <Mark kind="del" text={run.text} />
                ) : (
                  ""
                ),
              )}
            </p>
          </div>
        )}
        {after !== undefined && (
          <div class="cc-diff__side">
            <p class="cc-diff__title">{t("diff.after")}</p>
            <p lang={lang}>
              {runs.map((run) =>
                run.kind === "same" ? (
                  run.text
                ) : run.kind === "added" ? (
                  <Mark kind="ins" text={run.text} />
                ) : (
                  ""
                ),
              )}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

function Mark({ kind: Kind, text }: { kind: "ins" | "del"; text: string }) {
  const t = useChrome();
  const words = text.trimEnd();
  return (
    <>
      <Kind>
        <span class="usa-sr-only">{t(Kind === "ins" ? "diff.insertedText" : "diff.deletedText")}: </span>
        {words}
      </Kind>
      {text.slice(words.length)}
    </>
  );
}
