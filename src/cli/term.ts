/** The term of a command: parsed, bound to a word index, and what to say when it does not occur. */
import { nearest, nearWords } from '../analysis/near-words.ts';
import { entityOf, TermMatcher } from '../analysis/term.ts';
import { UsageError } from '../errors.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import { escapeControls } from '../report/bidi.ts';
import type { WordIndex } from '../text/word-index.ts';
import type { Options } from './options.ts';
import { loadWordIndex } from './tools.ts';

/** A term ready to be looked for. */
export interface BoundTerm {
  readonly index: WordIndex;
  readonly matcher: TermMatcher;
}

function checkEntity(id: string, { countries, alliances, persons, others }: Gazetteer): void {
  const own = [...others.keys()].map(key => key.slice(key.indexOf(':') + 1));
  const ids = [...countries.keys(), ...alliances.keys(), ...persons.keys(), ...own];
  if (ids.includes(id) || /^[A-Z]{2}:[a-z]/u.test(id)) return;
  const near = nearest(id, ids, 5);
  throw new UsageError(`no entity "${id}"${near.length > 0 ? `; near: ${near.join(', ')}` : ''}`);
}

/** Loads what a term needs: the lexicon, and for `entity:ID` the gazetteer. Throws {@link UsageError} for no term. */
export async function loadTerm(term: string | undefined, options: Options): Promise<BoundTerm> {
  if (term === undefined) throw new UsageError('no term: a word, =form, pattern*, "a phrase" or entity:ID');
  const index = await loadWordIndex(options);
  const id = entityOf(term);
  if (id === undefined) {
    const matcher = new TermMatcher(term, index);
    if (matcher.isEmpty) throw new UsageError(`"${term}" holds no word to look for`);
    return { index, matcher };
  }
  const { loadGazetteerWith, mentionFinder } = await import('./finders.ts');
  const gazetteer = await loadGazetteerWith(options.gazetteer);
  checkEntity(id, gazetteer);
  return { index, matcher: new TermMatcher(term, index, mentionFinder(index.vocabulary, gazetteer)) };
}

/** One line for a term that does not occur, with words of the corpus that look like it. */
export function noOccurrence({ matcher, index }: BoundTerm): string {
  const near = matcher.isWord ? nearWords(matcher.text, index) : [];
  return `no occurrence of "${matcher.text}"${near.length > 0 ? `; near words: ${near.join('، ')}` : ''}`;
}

/** Tells warnings on stderr, one line each, unless silent, and gives them back for the result. */
export function warned(warnings: readonly string[], { silent }: Options): readonly string[] {
  for (const warning of silent ? [] : warnings) process.stderr.write(`rasid: warning: ${escapeControls(warning)}\n`);
  return warnings;
}

/** `--by` where a row is a word. Throws {@link UsageError} for parts of speech. */
export function wordUnit({ by }: Options): 'lemma' | 'surface' {
  if (by === 'pos') throw new UsageError('--by pos counts parts of speech: keywords alone does that');
  return by;
}

/** Rows in the order of a field, the greatest first, text by code point; rows without a value come last. */
export function sortedBy<T extends object>(rows: readonly T[], field: keyof T): T[] {
  const value = (row: T): unknown => row[field];
  return [...rows].sort((a, b) => {
    const [first, second] = [value(a), value(b)];
    if (typeof first === 'number' && typeof second === 'number') return second - first;
    if (typeof first === 'string' && typeof second === 'string') return first < second ? -1 : first > second ? 1 : 0;
    return Number(second !== null && second !== undefined) - Number(first !== null && first !== undefined);
  });
}

/** The field of `--sort`, one of `fields`. Throws {@link UsageError} for another (a configuration file may hold one). */
export function sortField<T extends string>(asked: string | undefined, fields: readonly T[]): T {
  const field = asked ?? fields[0];
  if (!fields.includes(field as T)) throw new UsageError(`--sort ${field}: expected one of ${fields.join(', ')}`);
  return field as T;
}
