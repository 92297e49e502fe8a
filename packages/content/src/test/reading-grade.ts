/** Flesch–Kincaid grade of English prose; list items and headings count as sentences. */
export function gradeLevel(text: string): number {
  const sentences = text.split(/[.!?]+(?:\s|$)|\n+/).filter((one) => /[a-z]/i.test(one));
  const words = text.match(/[a-z][a-z'’]*/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesIn(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  const groups =
    bare.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end.slice(0, 1)).match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}
