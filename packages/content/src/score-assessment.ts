import type { SelfAssessment } from "./self-assessment.ts";

type Question = SelfAssessment["questions"][number];
type Level = SelfAssessment["levels"][number];

export interface AssessmentResult {
  /** Whole percent of the weight that applies, rounded down. */
  readonly percent: number;
  readonly level: Level;
  readonly unanswered: readonly string[];
  /** What to do next: the questions that lost most first. */
  readonly next: readonly { readonly question: Question; readonly lost: number }[];
}

/** Scores answers (scale id by question id). Unanswered counts as nothing done; "does not apply" is left out. */
export function scoreAssessment(
  assessment: SelfAssessment,
  answers: Readonly<Record<string, string>>,
): AssessmentResult {
  const scored = assessment.questions.map((question) => {
    const chosen = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const answer = assessment.scale.find(({ id }) => id === chosen);
    return { question, answered: answer !== undefined, points: answer === undefined ? 0 : answer.points };
  });
  const applying = scored.flatMap(({ question, points }) => (points === null ? [] : [{ question, points }]));
  const possible = applying.reduce((sum, { question }) => sum + question.weight, 0);
  const earned = applying.reduce((sum, { question, points }) => sum + question.weight * points, 0);
  const percent = possible === 0 ? 100 : Math.floor((earned * 100) / possible + 1e-9);
  return {
    percent,
    level: levelAt(assessment.levels, percent),
    unanswered: scored.filter(({ answered }) => !answered).map(({ question }) => question.id),
    next: applying
      .map(({ question, points }) => ({ question, lost: question.weight * (1 - points) }))
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost),
  };
}

function levelAt(levels: readonly Level[], percent: number): Level {
  const reached = levels.filter(({ from }) => from <= percent).sort((a, b) => b.from - a.from)[0];
  if (reached === undefined) throw new RangeError("an assessment has a level from 0");
  return reached;
}
