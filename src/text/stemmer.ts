/** What counts as one word: the choice behind `--stem`. */

/** Where a lemma came from: the lexicon, a rule applied to an unknown word, or nowhere (the word stands for itself). */
export type LemmaOrigin = 'lexicon' | 'rule' | 'unknown';

/** The chosen reading of one word. `start` and `end` cut the form without clitics and article out of the word. */
export interface Analysis {
  readonly lemma: string;
  readonly origin: LemmaOrigin;
  /** Universal part-of-speech tag where the lexicon knows it. */
  readonly pos: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Cost of the reading; the lower the surer. Meaningless for unknown words. */
  readonly cost: number;
}

/** Reads one orthographic form at a time. Deterministic; looks at nothing but the word. */
export interface Stemmer {
  readonly name: 'light' | 'snowball' | 'none';
  analyse(form: string): Analysis;
}

/** The word for itself. */
export function unknownWord(form: string): Analysis {
  return { lemma: form, origin: 'unknown', pos: undefined, start: 0, end: form.length, cost: 0 };
}

/** `--stem none`: every form is its own lemma. */
export const FORMS_AS_THEY_ARE: Stemmer = { name: 'none', analyse: unknownWord };
