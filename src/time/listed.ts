/**
 * Which words may be listed in the calendar, clitics and article before them or not. A no is sure, and most types get
 * one: that spares them the search for readings. A word is hashed from its end, so the rest behind each clitic is met on
 * the way.
 */
import { ALEF, HEH, LAM, TEH_MARBUTA, WAW } from '../text/characters.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';

/** Letters of the clitics and the article. */
const BEFORE: ReadonlySet<number> = new Set([ALEF, LAM, WAW, 0x0641, 0x0628, 0x0643]); // FEH, BEH, KAF
/** Most letters that stand before a listed word: three of clitics and the article («وبال…»). */
const MOST_BEFORE = 5;

/** The last place at which a listed word may begin. */
function lastStart(key: string): number {
  let start = 0;
  while (start < MOST_BEFORE && BEFORE.has(key.charCodeAt(start))) start++;
  return start;
}

/** One more letter before those already hashed; ة as ه, for the two are confused. */
function before(hash: number, unit: number): number {
  return foldHash(hash, unit === TEH_MARBUTA ? HEH : unit);
}

/** A set of words, asked for any word that may hold one of them behind clitics. */
export class ListedWords {
  readonly #hashes = new Set<number>();

  /** @param keys matching keys of the words */
  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      let hash = HASH_SEED;
      for (let i = key.length - 1; i >= 0; i--) hash = before(hash, key.charCodeAt(i));
      this.#hashes.add(hash);
    }
  }

  /** False when no reading of the word with this matching key is listed. */
  mayHold(key: string): boolean {
    const last = lastStart(key);
    let hash = HASH_SEED;
    for (let i = key.length - 1; i >= 0; i--) {
      hash = before(hash, key.charCodeAt(i));
      if (i > last) continue;
      if (this.#hashes.has(hash)) return true;
      // «للجنة» is ل + اللجنة, «للغد» ل + الغد: the article may stand unwritten.
      const elided = i > 0 && i < key.length - 1 && key.charCodeAt(i - 1) === LAM;
      if (elided && this.#hashes.has(before(before(hash, LAM), ALEF))) return true;
    }
    return false;
  }
}
