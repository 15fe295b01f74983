/** How a vocabulary grows and how frequencies fall: MATTR, Heaps' and Zipf's exponents. */
import type { Reading } from '../article/reading.ts';

/** Words of a window of MATTR. */
export const MATTR_WINDOW = 100;
/** Heaps' curve is read at these numbers of tokens: from 1,000 on, each a quarter more than the one before. */
const FIRST_POINT = 1000;
const STEP = 1.25;
const FEWEST_POINTS = 4;
/** Rarer types say nothing of the slope: their ranks are ties. */
const LEAST_FREQUENCY = 5;
const FEWEST_RANKS = 20;

/** Slope of the straight line through points by least squares; null for fewer than two distinct x. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number | null {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let covariance = 0;
  let variance = 0;
  for (const [x, y] of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) ** 2;
  }
  return variance > 0 ? covariance / variance : null;
}

/**
 * Zipf's exponent: minus the slope of log frequency over log rank, by least squares over the types that occur at least
 * five times. Null for fewer than twenty of them. Source: Zipf (1949); of the fit, Piantadosi (2014).
 */
export function zipfExponent(frequencies: readonly number[]): number | null {
  const sorted = frequencies.filter(frequency => frequency >= LEAST_FREQUENCY).sort((a, b) => b - a);
  if (sorted.length < FEWEST_RANKS) return null;
  const fitted = slope(sorted.map((frequency, index) => [Math.log(index + 1), Math.log(frequency)]));
  return fitted === null ? null : -fitted;
}

/** Plain data of growth. Heaps' points depend on the order of reading; those of merged parts are dropped. */
export interface GrowthPartial {
  readonly windows: number;
  readonly ratios: number;
}

/** Follows the types of a corpus, articles in path order. */
export class Growth {
  #met: number[] = [];
  #windowCounts: number[] = [];
  #windows = 0;
  #ratios = 0;
  #seen = 0;
  #tokens = 0;
  #next = FIRST_POINT;
  #merged = false;
  readonly #points: [number, number][] = [];

  add({ segments, vocabulary }: Reading): void {
    const words: number[] = [];
    for (const { tokens } of segments) {
      for (let i = 0; i < tokens.count; i++) if (vocabulary.isWord(tokens.types[i])) words.push(tokens.types[i]);
    }
    this.#follow(words);
    this.#slide(words);
  }

  merge(other: GrowthPartial): void {
    this.#merged = true;
    this.#windows += other.windows;
    this.#ratios += other.ratios;
  }

  partial(): GrowthPartial {
    return { windows: this.#windows, ratios: this.#ratios };
  }

  /**
   * Moving-average type–token ratio: mean share of distinct types in all windows of 100 words within articles; null when
   * no article is as long. Does not fall with size. Source: Covington & McFall (2010), Cutting the Gordian knot.
   */
  mattr(): number | null {
    return this.#windows === 0 ? null : this.#ratios / this.#windows;
  }

  /** Heaps' exponent: slope of log types over log tokens as the corpus is read. Source: Heaps (1978), section 7.5. */
  heapsExponent(): number | null {
    if (this.#merged || this.#points.length < FEWEST_POINTS) return null;
    return slope(this.#points.map(([tokens, types]) => [Math.log(tokens), Math.log(types)]));
  }

  #follow(words: readonly number[]): void {
    for (const type of words) {
      this.#tokens++;
      if (!this.#met[type]) {
        this.#met[type] = 1;
        this.#seen++;
      }
      if (this.#tokens < this.#next) continue;
      this.#points.push([this.#tokens, this.#seen]);
      this.#next = Math.ceil(this.#next * STEP);
    }
  }

  #slide(words: readonly number[]): void {
    if (words.length < MATTR_WINDOW) return;
    const counts = this.#windowCounts;
    let distinct = 0;
    for (let at = 0; at < words.length; at++) {
      counts[words[at]] = (counts[words[at]] ?? 0) + 1;
      if (counts[words[at]] === 1) distinct++;
      const gone = words[at - MATTR_WINDOW];
      if (gone !== undefined && --counts[gone] === 0) distinct--;
      if (at < MATTR_WINDOW - 1) continue;
      this.#windows++;
      this.#ratios += distinct / MATTR_WINDOW;
    }
    for (const type of words) counts[type] = 0;
  }
}
