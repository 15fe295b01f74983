/** The same article in two files: exact by a hash of its words, near by shingles. The owner is the one read first. */
import { ALEF, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, HAMZA, TATWEEL, YEH } from '../text/characters.ts';
import { mixed } from '../text/mixed.ts';
import { unitsOf } from '../text/units.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';
import type { Article, Part } from './article.ts';

const SECOND_PRIME = 0x5bd1e995 | 0;

/** What is hashed of a unit: letters and digits, hamza on alef folded; 0 for what does not count. */
const CONTENT = new Uint16Array(YEH + 1);
for (const [first, last] of [
  [0x30, 0x39], // digits
  [0x41, 0x5a], // Latin letters
  [0x61, 0x7a],
  [HAMZA, YEH],
])
  for (let unit = first; unit <= last; unit++) CONTENT[unit] = unit;
for (const unit of [ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA]) CONTENT[unit] = ALEF;
CONTENT[TATWEEL] = 0;
/** How many letters a unit is: 1 or 0. */
const LETTER = Uint8Array.from(CONTENT, content => Number(content > 0));

/** Letters that are hashed at once, two by two. */
const BLOCK = 1 << 12;

/** Fewest letters of a body that can be a duplicate: «تحديث» in two files is no copy. */
const LETTERS = 40;

/**
 * Two hashes over the letters and digits of the body: marks, tatweel, signs, spaces and hamza on alef do not count. Letters
 * are gathered without asking of each whether it is one, and hashed in pairs.
 */
class BodyHash {
  readonly #block = new Uint16Array(BLOCK);
  readonly #pairs = new Uint32Array(this.#block.buffer);
  #filled = 0;
  #first = HASH_SEED;
  #second = 0;
  #letters = 0;

  /** Forgets the body before. */
  begin(): void {
    this.#filled = 0;
    this.#first = HASH_SEED;
    this.#second = 0;
    this.#letters = 0;
  }

  add({ text, start, end }: Part): void {
    const units = unitsOf(text);
    for (let from = start; from < end; ) {
      const to = Math.min(end, from + BLOCK - this.#filled);
      this.#gather(units, from, to);
      if (this.#filled === BLOCK) this.#hash();
      from = to;
    }
  }

  #gather(units: Uint16Array, from: number, to: number): void {
    const block = this.#block;
    let filled = this.#filled;
    for (let i = from; i < to; i++) {
      const unit = units[i];
      if (unit > YEH) continue;
      block[filled] = CONTENT[unit];
      filled += LETTER[unit];
    }
    this.#filled = filled;
  }

  #hash(): void {
    const pairs = (this.#filled + 1) >> 1;
    let first = this.#first;
    let second = this.#second;
    for (let i = 0; i < pairs; i++) {
      const letters = this.#pairs[i];
      // Products carry upwards only: the second letter has to be among the low bits too.
      const pair = letters ^ (letters >>> 16);
      // The two do not wait for each other.
      first = foldHash(first, pair);
      second = (Math.imul(second, SECOND_PRIME) + pair) | 0;
    }
    this.#first = first;
    this.#second = second;
    this.#letters += this.#filled;
    this.#filled = 0;
  }

  /** 53 bits of the two hashes as one number: with a million articles a collision has odds of about 1 in 18,000. */
  finish(): number | undefined {
    this.#block[this.#filled] = 0; // the other half of the last pair
    this.#hash();
    if (this.#letters < LETTERS) return undefined;
    return (this.#first >>> 0) * 0x200000 + (mixed(this.#second) >>> 11);
  }
}

const body = new BodyHash();

/** Hash of the article's normalised body, undefined for one too short to be told from another. */
function bodyHash(article: Article): number | undefined {
  body.begin();
  for (const part of article.parts) if (part.part === 'body' && !part.repeated) body.add(part);
  return body.finish();
}

/** Exact duplicates among articles given in reading order. Keeps one number and the owner's id per distinct body. */
export class ExactDuplicates {
  readonly #owners = new Map<number, string>();
  readonly #known: ReadonlySet<number>;

  /** @param known hashes of bodies whose owner is elsewhere: among the files of another worker */
  constructor(known: Iterable<number> = []) {
    this.#known = new Set(known);
  }

  /** Hashes of the bodies that were met here first. */
  get bodies(): number[] {
    return [...this.#owners.keys()];
  }

  /** Id of the article with the same body that came first, empty when it is elsewhere, undefined when this one is the first. */
  ownerOf(article: Article): string | undefined {
    const hash = bodyHash(article);
    if (hash === undefined) return undefined;
    if (this.#known.has(hash)) return '';
    const owner = this.#owners.get(hash);
    if (owner === undefined) this.#owners.set(hash, article.id);
    return owner;
  }
}
