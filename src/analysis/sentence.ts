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
