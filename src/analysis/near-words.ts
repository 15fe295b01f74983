/** "No occurrence" should not be the end: which words of the corpus look like the one that was asked for? */
import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { matchingKey, orthographicForm } from '../text/normalise.ts';
import { compareCodePoints } from '../text/order.ts';
import type { WordIndex } from '../text/word-index.ts';

const LEAST_SIMILARITY = 0.86;
const LENGTH_DIFFERENCE = 3;

/** Similarity of two keys, 0 to 1: Jaro–Winkler, which forgives swapped letters and trusts the beginning of a word. */
export function similarity(a: string, b: string): number {
  return JaroWinklerDistance(a, b);
}

/** The texts of `candidates` nearest to `wanted`, the nearest first; ties by code point. Never the word itself. */
export function nearest(wanted: string, candidates: Iterable<string>, limit: number): string[] {
  const key = matchingKey(orthographicForm(wanted));
  const near: { readonly text: string; readonly likeness: number }[] = [];
  for (const text of new Set(candidates)) {
    const other = matchingKey(text);
    if (other === key || Math.abs(other.length - key.length) > LENGTH_DIFFERENCE) continue;
    const likeness = similarity(key, other);
    if (likeness >= LEAST_SIMILARITY) near.push({ text, likeness });
  }
  near.sort((a, b) => b.likeness - a.likeness || compareCodePoints(a.text, b.text));
  return near.slice(0, limit).map(({ text }) => text);
}

/** Up to five words of the corpus near a word that does not occur: their lemmas, nearest first. */
export function nearWords(term: string, index: WordIndex, limit = 5): string[] {
  const { vocabulary } = index;
  const inner = index.analysis(vocabulary.internWord(term));
  const wanted = orthographicForm(term).slice(inner.start, inner.end);
  const lemmas = new Map<string, string>();
  for (let type = 0; type < vocabulary.size; type++) {
    if (!vocabulary.isWord(type)) continue;
    const form = vocabulary.form(type);
    const { start, end, lemma } = index.analysis(type);
    lemmas.set(lemma, lemma);
    lemmas.set(form.slice(start, end), lemma);
  }
  const found = nearest(wanted, lemmas.keys(), limit * 3).map(text => lemmas.get(text)!);
  return [...new Set(found)].filter(lemma => matchingKey(lemma) !== matchingKey(inner.lemma)).slice(0, limit);
}
