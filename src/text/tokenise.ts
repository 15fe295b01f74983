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
  const units = unitsOf(text);
  let { types, starts, ends, gaps } = tokens;
  let count = 0;
  let words = 0;
  let gap: number = Gap.Paragraph;
  let index = from;
  while (index < to) {
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
