/** Hashes of words by their keys: equal in every run and every vocabulary, so that they can be compared and merged. */
import { foldHash, HASH_SEED, type Vocabulary } from './vocabulary.ts';

/** The finalizer of MurmurHash3 (Appleby, public domain): every bit of a 32-bit hash bears on every other. */
export function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** Hash of each type's key, worked out once per type. */
export class KeyHashes {
  readonly #vocabulary: Vocabulary;
  #hashes = new Int32Array(1 << 12);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** A 32-bit integer, never 0. */
  of(type: number): number {
    if (type >= this.#hashes.length) {
      const larger = new Int32Array(Math.max(this.#hashes.length * 2, type + 1));
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    if (this.#hashes[type] === 0) this.#hashes[type] = this.#think(type);
    return this.#hashes[type];
  }

  #think(type: number): number {
    const key = this.#vocabulary.key(type);
    let hash = HASH_SEED;
    for (let i = 0; i < key.length; i++) hash = foldHash(hash, key.charCodeAt(i));
    return hash || 1;
  }
}
