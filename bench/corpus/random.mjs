/** Random numbers that are the same on every machine for the same seed. */

/** A 32-bit mixing function (the finaliser of MurmurHash3, public domain). */
export function mix(value) {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stream of random numbers (sfc32, Chris Doty-Humphrey's PractRand, public domain). */
export class Random {
  #a;
  #b;
  #c = 0x9e3779b9;
  #counter = 1;

  constructor(seed) {
    this.#a = mix(seed + 1);
    this.#b = mix(this.#a ^ 0x5bd1e995);
    for (let round = 0; round < 12; round++) this.#next();
  }

  #next() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number in [0, 1) with 32 random bits. */
  unit() {
    return this.#next() / 0x100000000;
  }

  /** A number in (0, 1) with 53 random bits, for distributions with a long tail. */
  fine() {
    return ((this.#next() >>> 5) * 0x4000000 + (this.#next() >>> 6) + 0.5) / 0x20000000000000;
  }

  /** A whole number in [0, size). */
  below(size) {
    return Math.floor(this.unit() * size);
  }

  /** True with the given probability. */
  chance(probability) {
    return this.unit() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

/** Draws from fixed weights in constant time (alias method; A. J. Walker 1977, M. D. Vose 1991). */
export class Weighted {
  #items;
  #keep;
  #alias;

  constructor(items, weights) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scaled = Float64Array.from(weights, weight => (weight * items.length) / total);
    this.#items = items;
    this.#keep = new Float64Array(items.length).fill(1);
    this.#alias = new Uint32Array(items.length);
    const small = [];
    const large = [];
    for (let index = 0; index < items.length; index++) (scaled[index] < 1 ? small : large).push(index);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop();
      const more = large.pop();
      this.#keep[less] = scaled[less];
      this.#alias[less] = more;
      scaled[more] -= 1 - scaled[less];
      (scaled[more] < 1 ? small : large).push(more);
    }
  }

  draw(random) {
    const index = random.below(this.#items.length);
    return this.#items[random.unit() < this.#keep[index] ? index : this.#alias[index]];
  }
}

/** A table from `[item, weight]` pairs. */
export function weighted(pairs) {
  return new Weighted(
    pairs.map(pair => pair[0]),
    pairs.map(pair => pair[1]),
  );
}
