/** N-grams: runs of words that stand next to each other. Each is a number; the words before its last are another. */

const WORDS = 2 ** 22;

/** A tree of numbered words: an n-gram is interned as (the n-gram without its last word, that word). Root is 0. */
export class NgramTable {
  readonly #children = new Map<number, number>();
  readonly #parents: number[] = [0];
  readonly #words: number[] = [0];

  /** Number of n-grams, prefixes and the empty one included. */
  get size(): number {
    return this.#parents.length;
  }

  /** The n-gram `before` + `word`. Words are below 2²², so that a pair is an exact number. */
  extend(before: number, word: number): number {
    const key = before * WORDS + word;
    let id = this.#children.get(key);
    if (id === undefined) {
      id = this.#parents.length;
      this.#children.set(key, id);
      this.#parents.push(before);
      this.#words.push(word);
    }
    return id;
  }

  /** The n-gram of all `words`. */
  intern(words: readonly number[]): number {
    return words.reduce((before, word) => this.extend(before, word), 0);
  }

  /** The words of an n-gram in their order. */
  words(id: number): number[] {
    const words: number[] = [];
    for (let at = id; at !== 0; at = this.#parents[at]) words.push(this.#words[at]);
    return words.reverse();
  }
}

/**
 * Calls `found` with every n-gram of `from` to `to` words of a run, in the order of their first words; `start` is the
 * index of that word in the run.
 */
export function eachNgram(
  run: readonly number[],
  [from, to]: readonly [number, number],
  table: NgramTable,
  found: (ngram: number, start: number) => void,
): void {
  for (let start = 0; start < run.length; start++) {
    const last = Math.min(to, run.length - start);
    for (let length = 1, ngram = 0; length <= last; length++) {
      ngram = table.extend(ngram, run[start + length - 1]);
      if (length >= from) found(ngram, start);
    }
  }
}
