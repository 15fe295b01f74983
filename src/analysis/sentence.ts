/** The sentence around a place in a segment. */
import type { Segment } from '../article/reading.ts';
import { sentenceStarts } from '../text/sentences.ts';
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

  /** The sentence that holds token `token` of a segment. */
  around(segment: Segment, token: number): Sentence {
    let starts = this.#starts.get(segment);
    if (!starts) this.#starts.set(segment, (starts = sentenceStarts(segment.tokens, this.#vocabulary)));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= token) low = middle;
      else high = middle - 1;
    }
    const { tokens, text } = segment;
    const first = starts[low];
    const last = starts[low + 1] ?? tokens.count;
    const start = tokens.starts[first];
    const end = tokens.ends[last - 1];
    return { first, last, start, end, text: text.slice(start, end) };
  }
}
