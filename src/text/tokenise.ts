/**
 * Text → tokens. A word is a run of letters and marks of any script; a number is a run of digits; every other visible
 * character is a sign of its own. The whole text is passed once, unit by unit, with no regular expression.
 */
import { CharacterClass, classOf, classOfPair } from './characters.ts';
import { unitsOf } from './units.ts';
import { foldHash, HASH_SEED, TypeKind, type Vocabulary } from './vocabulary.ts';

/** What stands between a token and the one before it. */
export const Gap = { None: 0, Space: 1, Line: 2, Paragraph: 3 } as const;

/**
 * Tokens of one stretch of text as parallel arrays, `words` of them words. `starts` and `ends` are UTF-16 offsets into the text that was
 * tokenised; `gaps` says what stands before each token (a value of {@link Gap}). Only the first `count` cells count:
 * the arrays are reused by the next call with the same buffer.
 */
export interface Tokens {
  count: number;
  words: number;
  types: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  gaps: Uint8Array;
}

/** An empty buffer for {@link tokenise}; it grows as needed. */
export function tokenBuffer(capacity = 1024): Tokens {
  return {
    count: 0,
    words: 0,
    types: new Uint32Array(capacity),
    starts: new Uint32Array(capacity),
    ends: new Uint32Array(capacity),
    gaps: new Uint8Array(capacity),
  };
}

function grow(tokens: Tokens): void {
  const larger = tokenBuffer(tokens.types.length * 2);
  larger.types.set(tokens.types);
  larger.starts.set(tokens.starts);
  larger.ends.set(tokens.ends);
  larger.gaps.set(tokens.gaps);
  tokens.types = larger.types;
  tokens.starts = larger.starts;
  tokens.ends = larger.ends;
  tokens.gaps = larger.gaps;
}

/** A unit that goes on with a word that has begun. */
function continuesWord(kind: number): boolean {
  return (
    kind === CharacterClass.Letter ||
    kind === CharacterClass.Mark ||
    kind === CharacterClass.Tatweel ||
    kind === CharacterClass.Format
  );
}

/**
 * Append the tokens of `text` from offset `from` to `to` to `tokens` (its `count` is set to 0 first) and return it.
 *
 * A tatweel inside or at the end of a word belongs to it («الـناتو», «هـ»); one that begins a word or stands alone is a
 * dash. Format characters at the end of a word are left outside its span.
 */
export function tokenise(text: string, from: number, to: number, vocabulary: Vocabulary, tokens: Tokens): Tokens {
  return fill(text, from, to, vocabulary, tokens, Gap.Paragraph, MANY);
}

/**
 * Most tokens that are searched together: ten times as many as a long newspaper article has. It bounds the memory that
 * an endless line takes.
 */
export const MOST_TOKENS = 50_000;
const MANY = 2 ** 30;

/** As {@link tokenise}, in pieces of at most {@link MOST_TOKENS}, each in the buffer that `buffer` gives. */
export function* tokenisePieces(
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  buffer: () => Tokens,
): Generator<Tokens> {
  let tokens = fill(text, from, to, vocabulary, buffer(), Gap.Paragraph, MOST_TOKENS);
  yield tokens;
  while (tokens.count === MOST_TOKENS) {
    tokens = fill(text, tokens.ends[tokens.count - 1], to, vocabulary, buffer(), Gap.None, MOST_TOKENS);
    if (tokens.count > 0) yield tokens;
  }
}

/** Tokens up to `most`; `gapBefore` is what stands before the first. */
function fill(
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  tokens: Tokens,
  gapBefore: number,
  most: number,
): Tokens {
  const units = unitsOf(text);
  let { types, starts, ends, gaps } = tokens;
  let count = 0;
  let words = 0;
  let gap = gapBefore;
  let index = from;
  while (index < to && count < most) {
    const unit = units[index];
    let kind = classOf(unit);
    if (kind === CharacterClass.Space) {
      if (gap === Gap.None) gap = Gap.Space;
      index++;
      continue;
    }
    if (kind === CharacterClass.LineEnd) {
      gap = gap >= Gap.Line ? Gap.Paragraph : Gap.Line;
      index++;
      continue;
    }
    if (kind === CharacterClass.Format || kind === CharacterClass.Mark) {
      index++;
      continue;
    }
    const start = index;
    let hash = foldHash(HASH_SEED, unit);
    index++;
    if (kind === CharacterClass.Surrogate) {
      kind = classOfPair(text, start);
      if (text.codePointAt(start)! > 0xffff && index < to) hash = foldHash(hash, units[index++]);
    }
    let end = index;
    let type: number;
    if (kind === CharacterClass.Letter) {
      let endHash = hash;
      while (index < to) {
        const next = units[index];
        let nextKind = classOf(next);
        let width = 1;
        if (nextKind !== CharacterClass.Letter) {
          if (nextKind === CharacterClass.Surrogate) {
            nextKind = classOfPair(text, index);
            width = text.codePointAt(index)! > 0xffff ? 2 : 1;
          }
          if (!continuesWord(nextKind)) break;
        }
        hash = foldHash(hash, next);
        if (width === 2) hash = foldHash(hash, units[index + 1]);
        index += width;
        if (nextKind !== CharacterClass.Format) {
          end = index;
          endHash = hash;
        }
      }
      words++;
      type = vocabulary.intern(units, start, end, endHash, TypeKind.Word);
    } else if (kind === CharacterClass.Digit) {
      while (index < to && classOf(units[index]) === CharacterClass.Digit) hash = foldHash(hash, units[index++]);
      end = index;
      type = vocabulary.intern(units, start, end, hash, TypeKind.Number);
    } else type = vocabulary.intern(units, start, end, hash, TypeKind.Sign);
    if (count === types.length) {
      grow(tokens);
      ({ types, starts, ends, gaps } = tokens);
    }
    types[count] = type;
    starts[count] = start;
    ends[count] = end;
    gaps[count] = gap;
    count++;
    gap = Gap.None;
  }
  tokens.count = count;
  tokens.words = words;
  return tokens;
}
