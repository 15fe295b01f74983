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

/** Up to five written forms of the corpus near one that does not occur. */
export function nearForms(form: string, { vocabulary }: WordIndex, limit = 5): string[] {
  const types = Array.from({ length: vocabulary.size }, (_, type) => type).filter(type => vocabulary.isWord(type));
  const wanted = orthographicForm(form);
  const forms = types.map(type => vocabulary.form(type)).filter(other => other !== wanted);
  const clitics = forms.filter(other => wanted.endsWith(other) || other.endsWith(wanted));
  return [...new Set([...nearest(form, clitics, limit), ...nearest(form, forms, limit)])].slice(0, limit);
}

const ARTICLE = /^\u0627\u0644(?=..)/u;

/**
 * Up to five words of the corpus near a word that does not occur, nearest first: their lemmas, or the form where the
 * lemma looks like another word. The article is no difference.
 */
export function nearWords(term: string, index: WordIndex, limit = 5): string[] {
  const { vocabulary } = index;
  const inner = index.analysis(vocabulary.internWord(orthographicForm(term)));
  const wanted = orthographicForm(term).slice(inner.start, inner.end).replace(ARTICLE, '');
  const shown = new Map<string, string>();
  for (let type = 0; type < vocabulary.size; type++) {
    if (!vocabulary.isWord(type)) continue;
    const { start, end, lemma } = index.analysis(type);
    const form = vocabulary.form(type).slice(start, end).replace(ARTICLE, '');
    shown.set(lemma.replace(ARTICLE, ''), lemma);
    if (!shown.has(form)) shown.set(form, similarity(form, lemma) >= LEAST_SIMILARITY ? lemma : form);
  }
  const found = nearest(wanted, shown.keys(), limit * 3).map(text => shown.get(text)!);
  return [...new Set(found)].filter(word => matchingKey(word) !== matchingKey(inner.lemma)).slice(0, limit);
}

/** True when a form of the word has been read since `from` types were known: one that only the texts can have brought. */
export function occursSince(from: number, word: string, index: WordIndex): boolean {
  const { vocabulary } = index;
  const lemma = index.lemmaId(vocabulary.internWord(orthographicForm(word)));
  for (let type = from; type < vocabulary.size; type++)
    if (vocabulary.isWord(type) && index.lemmaId(type) === lemma) return true;
  return false;
}
