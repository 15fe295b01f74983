/**
 * A quick no: most words belong to no list, and finding that out by a set of strings needs a string. A sieve asks the
 * units where they stand; what it lets through is asked again.
 */
import { ALEF_MAKSURA, isPlainLetter, YEH } from './characters.ts';
import { foldedUnit } from './normalise.ts';
import { foldHash, HASH_SEED } from './vocabulary.ts';

/** Cells, a power of two: with 500 words in it one other word in thirty passes, with 2,000 one in nine. */
const CELLS = 1 << 14;
/** The cell of words that hold other than plain Arabic letters. */
const OTHER = -1;

/** Cell of a word: one for all words of plain letters that have one matching key, and for ى and ي wherever they stand. */
function cellOf(units: Uint16Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    if (!isPlainLetter(unit)) return OTHER;
    hash = foldHash(hash, unit === ALEF_MAKSURA ? YEH : foldedUnit(unit));
  }
  return (hash ^ (hash >>> 15)) & (CELLS - 1);
}

/** Tells which words are surely not among those that it was made of. */
export class Sieve {
  readonly #cells = new Uint8Array(CELLS);

  /** @param words forms or keys */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      const units = new Uint16Array(word.length);
      for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i);
      const cell = cellOf(units, 0, units.length);
      if (cell !== OTHER) this.#cells[cell] = 1;
    }
  }

  /** False only where neither `units[from..to)` nor another spelling with its matching key is one of the words. */
  mayHold(units: Uint16Array, from: number, to: number): boolean {
    const cell = cellOf(units, from, to);
    return cell === OTHER || this.#cells[cell] === 1;
  }
}
