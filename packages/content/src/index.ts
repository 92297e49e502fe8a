export { applyOverlay, type OverlayFault, overlayFaults, textPaths } from "./apply-overlay.ts";
export type { BlobRef } from "./blob.ts";

export { blobPlaces, collectBlobs } from "./collect-blobs.ts";
export { type Change, diffBodies } from "./diff-bodies.ts";
export {
  type FigureMetric,
  type Figures,
  figureMetrics,
  figuresBody,
  type ProtectedCell,
} from "./figures.ts";
export {
  checkAnswers,
  fillPolicy,
  holds,
  type PolicyAnswers,
  type PolicyDocument,
} from "./fill-policy.ts";
export { gradeQuiz, type QuizAnswers, type QuizResult } from "./grade-quiz.ts";
export {
  containsPhoneNumber,
  expandToText,
  type TokenData,
  unknownHotlines,
} from "./hotline.ts";
export { type LibraryItem, type LibraryItemOf, library } from "./library.ts";
export { licenceText } from "./licence.ts";
export { readText, type Text, textIn } from "./localized.ts";

export type { Overlay } from "./overlay.ts";
export {
  type Body,
  type BodyKind,
  checkBody,
  kindOf,
  parseOverlay,
} from "./parse.ts";
export type { PolicyQuestion, PolicyTemplate } from "./policy-template.ts";
export type { Question, Quiz } from "./quiz.ts";
export { renderBlocks } from "./render-blocks.tsx";
export type { RenderOptions } from "./render-options.ts";
export { wordsIn } from "./render-words.tsx";
export { scoreAssessment } from "./score-assessment.ts";

export type { SeriesBody, SeriesPart } from "./series.ts";
export { type ChangedPart, changedParts, takeParts } from "./take-parts.ts";
export {
  type AnyToolkitItem,
  isKnownItem,
  type ToolkitBody,
  type ToolkitItem,
} from "./toolkit.ts";
export type { Lesson, TrainingBody } from "./training.ts";
