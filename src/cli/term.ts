/** The term of a command: parsed, bound to a word index, and what to say when it does not occur. */
import { existsSync } from 'node:fs';
import { nearForms, nearWords, occursSince } from '../analysis/near-words.ts';
import { entityOf, TermMatcher } from '../analysis/term.ts';
import { UsageError } from '../errors.ts';
import type { WordIndex } from '../text/word-index.ts';
import type { Options } from './options.ts';
import { tellWarnings } from './run.ts';
import { loadWordIndex } from './tools.ts';

/** A term ready to be looked for. */
export interface BoundTerm {
  readonly index: WordIndex;
  readonly matcher: TermMatcher;
  /** Types that were known before any text was read. */
  readonly known: number;
}

/** A path where the term should be, and no other path: the operands are the wrong way round. */
function checkOrder(term: string, paths: readonly string[]): void {
  if (existsSync(term) && !paths.some(path => existsSync(path)))
    throw new UsageError(`"${term}" is a file or folder: the term comes first, then the paths`);
}

/** Loads what a term needs: the lexicon, and for `entity:ID` the gazetteer. Throws {@link UsageError} for no term. */
export async function loadTerm([term, ...paths]: readonly string[], options: Options): Promise<BoundTerm> {
  if (term === undefined) throw new UsageError('no term: a word, =form, pattern*, "a phrase" or entity:ID');
  checkOrder(term, paths);
  const index = await loadWordIndex(options);
  const asked = entityOf(term);
  if (asked === undefined) {
    const matcher = new TermMatcher(term, index);
    if (matcher.isEmpty) throw new UsageError(`"${term}" holds no word to look for`);
    return { index, matcher, known: index.vocabulary.size };
  }
  const [{ loadGazetteerWith, mentionFinder }, { entityId }] = await Promise.all([
    import('./finders.ts'),
    import('./entity-name.ts'),
  ]);
  const gazetteer = await loadGazetteerWith(options.gazetteer);
  const id = entityId(asked, gazetteer);
  const matcher = new TermMatcher(`entity:${id}`, index, mentionFinder(index.vocabulary, gazetteer));
  return { index, matcher, known: index.vocabulary.size };
}

/** One line for a term that does not occur, with words of the corpus that look like those that are missing. */
export function noOccurrence({ matcher, index, known }: BoundTerm): string {
  const { words, text } = matcher;
  if (/^[A-Z][A-Z_]+$/u.test(text)) return `no occurrence of "${text}" as a word; the entity is entity:${text}`;
  const missing = words.filter(word => word.exact || !occursSince(known, word.text, index));
  const near = missing.flatMap(({ text: word, exact }) => {
    const found = exact ? nearForms(word, index) : nearWords(word, index);
    const whose = words.length > 1 ? ` for "${word}"` : '';
    return found.length > 0 ? [`; near words${whose}: ${found.join('، ')}`] : [];
  });
  const apart = words.length > 1 && missing.length === 0 ? '; its words occur apart' : '';
  return `no occurrence of "${text}"${near.join('')}${apart}`;
}

/** Tells warnings on stderr, one line each, unless silent, and gives them back for the result. */
export function warned(warnings: readonly string[], { silent }: Options): readonly string[] {
  if (!silent) tellWarnings(warnings);
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
