/** N-grams: runs of words that stand next to each other. Each is a number; the words before its last are another. */

const FIRST_SIZE = 1 << 12;

function larger(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}

function hashOf(before: number, word: number): number {
  const hash = Math.imul(before, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/**
 * A tree of numbered words: an n-gram is interned as (the n-gram without its last word, that word). The empty one is 0.
 * A hash table over typed arrays, about 24 bytes an n-gram: a corpus has many more n-grams than words.
 */
export class NgramTable {
  #slots = new Int32Array(FIRST_SIZE * 2).fill(-1);
  #parents = new Int32Array(FIRST_SIZE);
  #words = new Int32Array(FIRST_SIZE);
  #size = 1;

  /** Number of n-grams, prefixes and the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** The n-gram `before` + `word`. */
  extend(before: number, word: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(before, word) & mask;
    for (let id = this.#slots[slot]; id >= 0; id = this.#slots[slot]) {
      if (this.#parents[id] === before && this.#words[id] === word) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, before, word);
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

  #add(slot: number, before: number, word: number): number {
    if (this.#size === this.#parents.length) {
      this.#parents = larger(this.#parents);
      this.#words = larger(this.#words);
    }
    const id = this.#size++;
    this.#parents[id] = before;
    this.#words[id] = word;
    this.#slots[slot] = id;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 1; id < this.#size; id++) {
      let slot = hashOf(this.#parents[id], this.#words[id]) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
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
