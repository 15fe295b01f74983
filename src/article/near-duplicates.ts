/**
 * Near duplicates: articles that share most of their shingles (runs of five words). Signatures by one-permutation
 * MinHash (Li, Owen, Zhang 2012) with rotation for empty bins (Shrivastava, Li 2014), candidates by banding (Leskovec,
 * Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Linear: each article meets at most one candidate per band.
 */
import { mixed } from '../text/mixed.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';
import type { Reading } from './reading.ts';

const SHINGLE = 5;
const BINS = 64;
const BANDS = 16;
const ROWS = BINS / BANDS;
/** Fewest shingles that can be compared. */
const LEAST_SHINGLES = 20;
const EMPTY = 0xffffffff;

/** An earlier article and the share of shingles, 0 to 1, that the two have in common (an estimate, ±0.05). */
export interface NearDuplicate {
  readonly id: string;
  readonly similarity: number;
}

/** Fills bins that no shingle fell into from the next filled one. */
function densify(signature: Uint32Array): void {
  for (let bin = 0; bin < BINS; bin++) {
    for (let step = 1; signature[bin] === EMPTY && step < BINS; step++) {
      const value = signature[(bin + step) % BINS];
      if (value !== EMPTY) signature[bin] = mixed(value + step) & 0x7fffffff;
    }
  }
}

/** Near duplicates among articles given in reading order. Keeps 64 numbers per article. */
export class NearDuplicates {
  readonly #least: number;
  readonly #signatures: { readonly id: string; readonly signature: Uint32Array }[] = [];
  readonly #bands: Map<number, number>[] = Array.from({ length: BANDS }, () => new Map());

  /** @param least similarity from which on two articles are near duplicates, 0 to 1 */
  constructor(least = 0.8) {
    this.#least = least;
  }

  /** The most similar earlier article, undefined when none is near or the article is too short to say. */
  add(reading: Reading): NearDuplicate | undefined {
    const signature = this.#sign(reading);
    if (!signature) return undefined;
    const index = this.#signatures.push({ id: reading.article.id, signature }) - 1;
    let best: NearDuplicate | undefined;
    for (const candidate of this.#candidates(signature, index)) {
      const { id, signature: other } = this.#signatures[candidate];
      const similarity = signature.reduce((equal, value, bin) => equal + (value === other[bin] ? 1 : 0), 0) / BINS;
      if (similarity >= this.#least && similarity > (best?.similarity ?? 0)) best = { id, similarity };
    }
    return best;
  }

  #sign({ segments, vocabulary }: Reading): Uint32Array | undefined {
    const signature = new Uint32Array(BINS).fill(EMPTY);
    const run: number[] = [];
    let shingles = 0;
    for (const { part, tokens } of segments) {
      if (part !== 'body') continue;
      for (let i = 0; i < tokens.count; i++) {
        if (!vocabulary.isWord(tokens.types[i])) continue;
        run.push(vocabulary.keyHash(tokens.types[i]));
        if (run.length > SHINGLE) run.shift();
        if (run.length < SHINGLE) continue;
        const hash = mixed(run.reduce((sum, word) => Math.imul(sum, 31) + word, 17));
        const bin = hash % BINS;
        signature[bin] = Math.min(signature[bin], hash >>> 6);
        shingles++;
      }
    }
    if (shingles < LEAST_SHINGLES) return undefined;
    densify(signature);
    return signature;
  }

  /** First articles of the buckets that the signature falls into; it becomes the first of the others. */
  #candidates(signature: Uint32Array, index: number): Set<number> {
    const found = new Set<number>();
    for (const [band, buckets] of this.#bands.entries()) {
      let hash = HASH_SEED;
      for (let row = band * ROWS; row < (band + 1) * ROWS; row++) hash = mixed(foldHash(hash, signature[row]));
      const first = buckets.get(hash);
      if (first === undefined) buckets.set(hash, index);
      else found.add(first);
    }
    return found;
  }
}
