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

/** Answers of {@link ListStemmer.find} that are no number of a lemma. */
export const NotListed = {
  /** No reading fits the word: {@link ListStemmer.analyseUnlisted} tells its stem. */
  Unlisted: -1,
  /** It holds what no plain form holds: its orthographic form has to be analysed. */
  NoForm: -2,
} as const;

/** A stemmer with a list of lemmas. It reads a word where it stands, so that one of the list costs no strings. */
export interface ListStemmer extends Stemmer {
  /** Number of the lemma of `units[from..to)`, or one of {@link NotListed}. */
  find(units: Uint16Array, from: number, to: number): number;
  /** What {@link Analysis.start} and {@link Analysis.end} are to the word found last. */
  readonly foundStart: number;
  readonly foundEnd: number;
  lemmaText(lemma: number): string;
  /** The analysis of a form that {@link find} has not found. */
  analyseUnlisted(form: string): Analysis;
}

/** The word for itself. */
export function unknownWord(form: string): Analysis {
  return { lemma: form, origin: 'unknown', pos: undefined, start: 0, end: form.length, cost: 0 };
}

/** `--stem none`: every form is its own lemma. */
export const FORMS_AS_THEY_ARE: Stemmer = { name: 'none', analyse: unknownWord };
