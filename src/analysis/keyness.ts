/** Keyness: which words are more (or less) frequent in a corpus than in a reference. */
import { compareCodePoints } from '../text/order.ts';
import { bayesFactor, keynessLogLikelihood, logRatio, percentDifference } from './measures.ts';

/** Frequencies of a corpus' words, as a count or an earlier result gives them. */
export interface WordList {
  readonly tokens: number;
  readonly words: readonly ListedWord[];
  /** False when the list was cut: a word that is not in it may still occur. */
  readonly complete: boolean;
}

/** A word of a list. `key` says which words of two lists are the same. */
export interface ListedWord {
  readonly key: string;
  readonly label: string;
  readonly lemma: string;
  readonly pos?: string;
  readonly count: number;
  readonly articles: number;
}

/** A word compared. Positive keywords are relatively more frequent here, negative ones in the reference. */
export interface KeyWord {
  readonly label: string;
  readonly lemma: string;
  readonly pos?: string;
  readonly direction: 'positive' | 'negative';
  readonly count: number;
  readonly perMillion: number;
  readonly articles: number;
  readonly referenceCount: number;
  readonly referencePerMillion: number;
  readonly g2: number;
  readonly bayesFactor: number | null;
  readonly logRatio: number | null;
  readonly percentDifference: number | null;
}

function perMillion(count: number, tokens: number): number {
  return tokens === 0 ? 0 : (count / tokens) * 1e6;
}

function compared(word: ListedWord | undefined, other: ListedWord | undefined, c: number, d: number): KeyWord {
  const { label, lemma, pos } = (word ?? other)!;
  const counts = { a: word?.count ?? 0, b: other?.count ?? 0, c, d };
  const relative = perMillion(counts.a, c);
  const referenceRelative = perMillion(counts.b, d);
  return {
    label,
    lemma,
    ...(pos === undefined ? {} : { pos }),
    direction: relative >= referenceRelative ? 'positive' : 'negative',
    count: counts.a,
    perMillion: relative,
    articles: word?.articles ?? 0,
    referenceCount: counts.b,
    referencePerMillion: referenceRelative,
    g2: keynessLogLikelihood(counts),
    bayesFactor: bayesFactor(counts),
    logRatio: logRatio(counts),
    percentDifference: percentDifference(counts),
  };
}

/**
 * All words of both lists compared, the highest G² first. A word that is missing in a list that was
 * cut is left out: its count is not known.
 */
export function compareWords(corpus: WordList, reference: WordList): KeyWord[] {
  const others = new Map(reference.words.map(word => [word.key, word]));
  const rows: KeyWord[] = [];
  for (const word of corpus.words) {
    const other = others.get(word.key);
    others.delete(word.key);
    if (other || reference.complete) rows.push(compared(word, other, corpus.tokens, reference.tokens));
  }
  if (corpus.complete) {
    for (const other of others.values()) rows.push(compared(undefined, other, corpus.tokens, reference.tokens));
  }
  return rows.sort((a, b) => b.g2 - a.g2 || compareCodePoints(a.label, b.label) || compareCodePoints(a.lemma, b.lemma));
}
