/** The same article in two files: exact by a hash of its words, near by shingles. The owner is the one read first. */
import { ALEF, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, HAMZA, TATWEEL, YEH } from '../text/characters.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';
import type { Article, Part } from './article.ts';

const SECOND_SEED = 0x2545f491 | 0;
const SECOND_PRIME = 0x5bd1e995 | 0;

/** Letters and digits that are hashed: asked of every character of every body, so by comparisons and not by class. */
function isHashed(unit: number): boolean {
  if (unit >= HAMZA && unit <= YEH) return unit !== TATWEEL;
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Fewest letters of a body that can be a duplicate: «تحديث» in two files is no copy. */
const LETTERS = 40;

/** Two hashes over the letters and digits of the body: marks, tatweel, signs, spaces and hamza on alef do not count. */
class BodyHash {
  #first = HASH_SEED;
  #second = SECOND_SEED;
  letters = 0;

  add({ text, start, end }: Part): void {
    let first = this.#first;
    let second = this.#second;
    for (let i = start; i < end; i++) {
      let unit = text.charCodeAt(i);
      if (!isHashed(unit)) continue;
      if (unit === ALEF_HAMZA_ABOVE || unit === ALEF_HAMZA_BELOW || unit === ALEF_MADDA) unit = ALEF;
      first = foldHash(first, unit);
      second = Math.imul(second ^ unit, SECOND_PRIME) ^ (second >>> 15);
      this.letters++;
    }
    this.#first = first;
    this.#second = second;
  }

  /** 53 bits of the two hashes as one number: with a million articles a collision has odds of about 1 in 18,000. */
  get value(): number {
    return (this.#first >>> 0) * 0x200000 + (this.#second >>> 11);
  }
}

/** Hash of the article's normalised body, undefined for one too short to be told from another. */
function bodyHash(article: Article): number | undefined {
  const hash = new BodyHash();
  for (const part of article.parts) if (part.part === 'body' && !part.repeated) hash.add(part);
  return hash.letters < LETTERS ? undefined : hash.value;
}

/** Exact duplicates among articles given in reading order. Keeps one number and the owner's id per distinct body. */
export class ExactDuplicates {
  readonly #owners = new Map<number, string>();

  /** Id of the article with the same body that came first, undefined when this one is the first. */
  ownerOf(article: Article): string | undefined {
    const hash = bodyHash(article);
    if (hash === undefined) return undefined;
    const owner = this.#owners.get(hash);
    if (owner === undefined) this.#owners.set(hash, article.id);
    return owner;
  }
}
