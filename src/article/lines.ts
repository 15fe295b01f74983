/**
 * Lines of a page and what can be seen of each without asking for its neighbours. Short lines are looked at whole; of a
 * long one, which can only be a paragraph, only the beginning is tokenised.
 */
import { CharacterClass, classOf } from '../text/characters.ts';
import { type Tokens, tokenise } from '../text/tokenise.ts';
import { unitsOf } from '../text/units.ts';
import { foldHash, HASH_SEED, TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import type { FurnitureIndex } from './furniture-index.ts';

/** One line. Offsets are UTF-16 units into the page; `end` includes the LF, `from`..`to` is the line without white space around. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly number: number;
}

/** What a line looks like. */
export interface Shape {
  /** Number of words; an estimate for a long line. */
  readonly words: number;
  /** Number of numbers; of a long line those in what is tokenised of it. */
  readonly numbers: number;
  /** Ends like a sentence, not like a headline or a label. */
  readonly terminal: boolean;
  /** Begins with a bullet or a list number. */
  readonly bulleted: boolean;
  /** Tokenised to its end. */
  readonly whole: boolean;
  /** Hash of the line's words and numbers (of its length and first units where it is long): equal for equal lines. */
  readonly hash: number;
}

/** Longest line, in UTF-16 units, that is tokenised whole. */
const SHORT = 160;
/** Units of a longer one that are tokenised where it may begin with a label, and of one that does not. */
const HEAD = 48;
const OPENING = 16;
/** Mean length of a word with the space behind it, for estimates. */
const WORD_LENGTH = 6;

const FULL_STOP = 0x2e;
const SEMICOLON = 0x061b; // ARABIC SEMICOLON
const COMMA = 0x060c; // ARABIC COMMA
const CLOSERS: ReadonlySet<number> = new Set([0x22, 0x29, 0xbb, 0x201d, 0x2019, 0x5d]);
const BULLETS: ReadonlySet<number> = new Set(
  [...'\u2022\u00b7\u25cf\u25aa\u25a0\u25e6\u2023*\u2219\u25c4\u00bb\u203a\u25b6-\u2013'].map(sign =>
    sign.charCodeAt(0),
  ),
);

/** True for white space and for format characters, which no reader sees. */
function isBlank(unit: number): boolean {
  const kind = classOf(unit);
  return kind === CharacterClass.Space || kind === CharacterClass.LineEnd || kind === CharacterClass.Format;
}

/** All lines of a text, blank ones included (`from` equals `to` there). They tile it from 0 to its end. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const lf = text.indexOf('\n', start);
    const end = lf < 0 ? text.length : lf + 1;
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    lines.push({ start, end, from, to, number });
    start = end;
  }
  return lines;
}

function isTerminal(text: string, { from, to }: Line): boolean {
  let last = to - 1;
  while (last > from && CLOSERS.has(text.charCodeAt(last))) last--;
  const unit = text.charCodeAt(last);
  if (unit === FULL_STOP) return text.charCodeAt(last - 1) !== FULL_STOP; // «..» trails off: a teaser or a headline
  return unit === SEMICOLON || unit === COMMA;
}

/** Tokens of a line, whole or its head, into `tokens`; true when it is whole. */
export function tokeniseLine(text: string, { from, to }: Line, index: FurnitureIndex, tokens: Tokens): boolean {
  const whole = to - from <= SHORT;
  tokenise(text, from, whole ? to : from + OPENING, index.vocabulary, tokens);
  if (!whole && !opensPlainly(tokens, from + OPENING, index))
    tokenise(text, from, from + HEAD, index.vocabulary, tokens);
  return whole;
}

/** True where a word that begins no label, place or agency stands first, and ends before `end`. */
function opensPlainly({ count, types, ends }: Tokens, end: number, index: FurnitureIndex): boolean {
  return count > 0 && ends[0] < end && index.vocabulary.isWord(types[0]) && !index.beginsPhrase(types[0]);
}

/** Hash of a long line's length and first units. */
function headHash(text: string, { from, to }: Line): number {
  const units = unitsOf(text);
  let hash = foldHash(HASH_SEED, to - from);
  for (let i = from; i < from + HEAD; i++) hash = foldHash(hash, units[i]);
  return hash;
}

/** The shape of a line whose tokens are at hand. */
export function shapeOf(text: string, line: Line, tokens: Tokens, whole: boolean, vocabulary: Vocabulary): Shape {
  let words = 0;
  let numbers = 0;
  let hash = HASH_SEED;
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.types[i];
    const kind = vocabulary.kind(type);
    if (kind === TypeKind.Sign) continue;
    if (kind === TypeKind.Word) words++;
    else numbers++;
    hash = foldHash(hash, type);
  }
  if (!whole) {
    words = Math.max(words, Math.round((line.to - line.from) / WORD_LENGTH));
    hash = headHash(text, line);
  }
  const bulleted = BULLETS.has(text.charCodeAt(line.from));
  return { words, numbers, terminal: isTerminal(text, line), bulleted, whole, hash };
}

/** A line of running text: long, or a sentence of some length. */
export function isParagraph(shape: Shape): boolean {
  return shape.words >= 25 || (shape.terminal && shape.words >= 8);
}

/** A line that may be a headline: a few words and no sentence end. */
export function isHeadlineLike(shape: Shape): boolean {
  return shape.words >= 2 && shape.words <= 24 && !shape.terminal && shape.whole;
}
