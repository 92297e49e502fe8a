import type { Question, Quiz } from "./quiz.ts";

/** The ids of the options chosen, by question id. */
export type QuizAnswers = Readonly<Record<string, readonly string[]>>;

export interface QuizResult {
  readonly correct: number;
  readonly total: number;
  /** Whole percent, rounded down: what is shown never looks better than what decided. */
  readonly percent: number;
  readonly passed: boolean;
  readonly questions: readonly {
    readonly id: string;
    readonly answered: boolean;
    readonly correct: boolean;
  }[];
}

/** Grades all or nothing per question; unanswered and unknown options count as wrong, never as an error. */
export function gradeQuiz(quiz: Quiz, answers: QuizAnswers): QuizResult {
  const questions = quiz.questions.map((question) => {
    const chosen = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? []) : [];
    return { id: question.id, answered: chosen.length > 0, correct: isCorrect(question, chosen) };
  });
  const correct = questions.filter((question) => question.correct).length;
  const total = questions.length;
  return {
    correct,
    total,
    percent: Math.floor((correct * 100) / total),
    passed: correct * 100 >= quiz.passMark * total,
    questions,
  };
}

function isCorrect(question: Question, chosen: readonly string[]): boolean {
  const right = new Set(question.options.filter(({ correct }) => correct).map(({ id }) => id));
  const given = new Set(chosen);
  return given.size === right.size && [...given].every((id) => right.has(id));
}
