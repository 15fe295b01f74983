/**
 * What a user asks for, in one place for every command: `الناتو` all forms of the word, however typed (with or without
 * article, clitics, hamza, marks); `=والناتو` this written form; `سيا*` a pattern; `وزير الخارجية` a phrase of any of
 * them; `entity:NATO` an entity by its id.
 */
import type { Reading, Segment } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import { matchingKey, orthographicForm } from '../text/normalise.ts';
import { Gap, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { WordIndex } from '../text/word-index.ts';
import { tokenAt } from './sentence.ts';
import { fitsWildcard, isWildcard } from './wildcard.ts';

/** Where a term stands: tokens `from` to `to` (the last one, included) of a segment, whole words with their clitics. */
export interface Occurrence {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** Asks one type. Answers are remembered where they cost more than an array read. */
type TypeTest = (type: number) => boolean;

const ENTITY = 'entity:';
/** Longer words than this fit no pattern but a bare star: nobody looks for them. */
const LONGEST_PATTERN_WORD = 64;

function remembered(test: TypeTest): TypeTest {
  const answers: (boolean | undefined)[] = [];
  return type => (answers[type] ??= test(type));
}

function exactTest(text: string, { vocabulary }: WordIndex): TypeTest {
  const wanted = orthographicForm(text);
  return remembered(type => vocabulary.isWord(type) && vocabulary.form(type) === wanted);
}

function wildcardTest(text: string, index: WordIndex): TypeTest {
  const { vocabulary } = index;
  const pattern = matchingKey(orthographicForm(text));
  const open = /^\*+$/u.test(pattern);
  return remembered(type => {
    if (!vocabulary.isWord(type)) return false;
    const form = vocabulary.form(type);
    if (open || form.length > LONGEST_PATTERN_WORD) return open;
    if (fitsWildcard(vocabulary.key(type), pattern)) return true;
    const { start, end, lemma } = index.analysis(type);
    return fitsWildcard(matchingKey(form.slice(start, end)), pattern) || fitsWildcard(matchingKey(lemma), pattern);
  });
}

function numberTest(value: number, { vocabulary }: WordIndex): TypeTest {
  return type => vocabulary.kind(type) === TypeKind.Number && vocabulary.number(type) === value;
}

/** Tests of the words, numbers and signs of a plain piece of the term. */
function plainTests(text: string, index: WordIndex): TypeTest[] {
  const { vocabulary } = index;
  const { types, count } = tokenise(text, 0, text.length, vocabulary, tokenBuffer(8));
  return [...types.subarray(0, count)].map(asked => {
    if (vocabulary.kind(asked) === TypeKind.Number) return numberTest(vocabulary.number(asked), index);
    if (!vocabulary.isWord(asked)) return type => type === asked;
    const lemmas = lemmasOf(asked, index);
    return type => vocabulary.isWord(type) && lemmas.includes(index.lemmaId(type));
  });
}

const ARTICLE = '\u0627\u0644';

/**
 * The lemma of a word as asked for. A name that only ever has the article may be typed without it: ناتو, and أردن before
 * a rare verb form spelled like it. A word that is a lemma as it stands (رياض) is just that.
 */
function lemmasOf(asked: number, index: WordIndex): number[] {
  const own = index.lemmaId(asked);
  const form = index.vocabulary.form(asked);
  const isKnown = index.analysis(asked).origin === 'lexicon';
  if (isKnown && matchingKey(index.analysis(asked).lemma) === matchingKey(form)) return [own];
  const definite = index.vocabulary.internWord(ARTICLE + form);
  const { lemma, origin } = index.analysis(definite);
  if (origin !== 'lexicon' || matchingKey(lemma) !== matchingKey(ARTICLE + form)) return [own];
  return isKnown ? [index.lemmaId(definite)] : [own, index.lemmaId(definite)];
}

function pieceTests(piece: string, index: WordIndex): TypeTest[] {
  if (piece.startsWith('=') && piece.length > 1) return [exactTest(piece.slice(1), index)];
  if (isWildcard(piece)) return [wildcardTest(piece, index)];
  return plainTests(piece, index);
}

/** The text between quotes, where the whole of it is quoted: a shell may have left them on. */
function unquoted(text: string): string {
  const quotes = /^["“«](.*)["”»]$/su.exec(text);
  return quotes ? quotes[1].trim() : text;
}

/** A word of a term: as it was typed, and whether just this written form was asked for. */
export interface AskedWord {
  readonly text: string;
  readonly exact: boolean;
}

function askedWords(text: string): AskedWord[] {
  const pieces = text.split(/\s+/u).filter(piece => !isWildcard(piece) && /\p{L}/u.test(piece));
  return pieces.map(piece => {
    const exact = piece.startsWith('=');
    return { text: exact ? piece.slice(1) : piece, exact };
  });
}

/** Finds a term in readings that share an index's vocabulary. */
export class TermMatcher {
  /** The term as it was asked for. */
  readonly text: string;
  /** Id of the entity that is looked for; undefined for words. */
  readonly entity: string | undefined;
  readonly #tests: readonly TypeTest[];
  readonly #find: ((reading: Reading) => Iterable<Mention>) | undefined;

  /** `find` is needed for entities alone. A term without any word finds nothing: see {@link TermMatcher.isEmpty}. */
  constructor(term: string, index: WordIndex, find?: (reading: Reading) => Iterable<Mention>) {
    this.text = unquoted(term.trim());
    this.entity = entityOf(term);
    this.#find = find;
    this.#tests = this.entity === undefined ? this.text.split(/\s+/u).flatMap(piece => pieceTests(piece, index)) : [];
  }

  /** True when there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#tests.length === 0 && !this.entity;
  }

  /** The words that were asked for by name: none for an entity or a pattern. */
  get words(): AskedWord[] {
    return this.entity === undefined ? askedWords(this.text) : [];
  }

  /** All occurrences in reading order; they do not overlap. */
  find(reading: Reading): Occurrence[] {
    if (this.entity !== undefined) return this.#findEntity(reading);
    return reading.segments.flatMap(segment => this.#findWords(segment));
  }

  #findWords(segment: Segment): Occurrence[] {
    const found: Occurrence[] = [];
    const { tokens } = segment;
    const [first] = this.#tests;
    const last = this.#tests.length - 1;
    for (let from = 0; last >= 0 && from + last < tokens.count; from++) {
      if (!first(tokens.types[from]) || !this.#continues(segment, from)) continue;
      found.push({ segment, from, to: from + last });
      from += last;
    }
    return found;
  }

  /** True when the words behind the first follow one another on one line. */
  #continues({ tokens }: Segment, from: number): boolean {
    for (let i = 1; i < this.#tests.length; i++) {
      if (tokens.gaps[from + i] > Gap.Space || !this.#tests[i](tokens.types[from + i])) return false;
    }
    return true;
  }

  #findEntity(reading: Reading): Occurrence[] {
    const found: Occurrence[] = [];
    for (const { id, segment, start, end } of this.#find?.(reading) ?? []) {
      if (id !== this.entity) continue;
      const from = tokenAt(segment.tokens, start);
      const to = Math.max(from, tokenAt(segment.tokens, end - 1));
      const last = found.at(-1);
      if (!last || last.segment !== segment || last.to < from) found.push({ segment, from, to });
    }
    return found;
  }
}

/** Id of the entity that a term asks for, or undefined. */
export function entityOf(term: string): string | undefined {
  const text = term.trim();
  return text.startsWith(ENTITY) ? text.slice(ENTITY.length) : undefined;
}
