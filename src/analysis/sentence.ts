/** The sentence around a place in a segment. */
import type { Segment } from '../article/reading.ts';
import { sentenceStarts } from '../text/sentences.ts';
import type { Tokens } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** A sentence: token indexes (the end excluded), UTF-16 offsets into the segment's text, and its text. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longest text of a sentence that is shown, in UTF-16 units: a line without a stop is no sentence. */
const LONGEST_SHOWN = 2000;

/**
 * The text of a sentence as it is shown: whole, or of an endless one the words around a place in it, with … where
 * something is left out. A line of a million dates would else be told a million times.
 */
export function shownText(segment: Segment, sentence: Sentence, place: { start: number; end: number }): string {
  if (sentence.end - sentence.start <= LONGEST_SHOWN) return sentence.text;
  const start = wordAfter(segment.tokens, Math.max(sentence.start, place.start - LONGEST_SHOWN / 2), place.start);
  const end = wordBefore(segment.tokens, Math.min(sentence.end, start + LONGEST_SHOWN), place.end);
  const text = segment.text.slice(start, end).trimEnd();
  return `${start > sentence.start ? '\u2026' : ''}${text}${end < sentence.end ? '\u2026' : ''}`;
}

/** The first beginning of a token from `offset` on; `offset` itself where that lies behind `most`. */
function wordAfter(tokens: Tokens, offset: number, most: number): number {
  const token = tokenAt(tokens, offset);
  const start = tokens.starts[token] < offset ? (tokens.starts[token + 1] ?? offset) : tokens.starts[token];
  return start >= offset && start <= most ? start : offset;
}

/** `offset`, or the beginning of the token that it cuts; not before `least`. */
function wordBefore(tokens: Tokens, offset: number, least: number): number {
  const token = tokenAt(tokens, offset);
  const start = tokens.starts[token];
  return tokens.ends[token] > offset && start >= least ? start : offset;
}

/** Finds the sentences of segments; the starts of a segment are worked out once. */
export class SentenceFinder {
  readonly #vocabulary: Vocabulary;
  readonly #starts = new WeakMap<Segment, readonly number[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Number of sentences of a segment. */
  count(segment: Segment): number {
    return this.#startsOf(segment).length;
  }

  /** The sentence that holds token `token` of a segment. */
  around(segment: Segment, token: number): Sentence {
    const starts = this.#startsOf(segment);
    const index = lastAtMost(starts, token);
    const { tokens, text } = segment;
    const first = starts[index];
    const last = starts[index + 1] ?? tokens.count;
    const start = tokens.starts[first];
    const end = tokens.ends[last - 1];
    return { first, last, start, end, text: text.slice(start, end) };
  }

  /** Index of the sentence that holds a UTF-16 offset, among those of its segment. */
  indexAt(segment: Segment, offset: number): number {
    return lastAtMost(this.#startsOf(segment), tokenAt(segment.tokens, offset));
  }

  #startsOf(segment: Segment): readonly number[] {
    let starts = this.#starts.get(segment);
    if (!starts) this.#starts.set(segment, (starts = sentenceStarts(segment.tokens, this.#vocabulary)));
    return starts;
  }
}

/** Index of the last of ascending numbers that is not above `value`; 0 when all are. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** Index of the token that holds a UTF-16 offset, or the last one before it. */
export function tokenAt({ starts, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
