/**
 * What the lemmatiser asks of a lexicon: exact look-up of keys as arrays, readings in order of likelihood. Numbers
 * instead of objects, so that a look-up allocates nothing; what is asked of one key stands together in memory.
 */
export interface FormTable {
  /** Where the record of the key spelled by `codes[from..to)` stands, or -1. */
  find(codes: Uint8Array, from: number, to: number): number;
  /** Readings of a record run from here in steps of {@link READING_CELLS} up to its end, the likeliest first. */
  firstReading(record: number): number;
  endOfReadings(record: number): number;
  /** Hash of a reading's written form, by `foldHash`: tells the exact spelling from one that only shares the key. */
  spelling(reading: number): number;
  cost(reading: number): number;
  /** Bits of `Clitic` that the form allows. */
  allows(reading: number): number;
  partOfSpeech(reading: number): string;
  /** Number of the reading's lemma. */
  lemma(reading: number): number;
  /** A lemma by its number, as the lexicon spells it. */
  lemmaText(lemma: number): string;
}

/** Cells of one reading. */
export const READING_CELLS = 2;

/** Letters are stored as their distance from this code point: U+0621 HAMZA is 1, U+064A YEH is 42. */
export const LETTER_BASE = 0x0620;
const LAST_LETTER = 0x064a - LETTER_BASE;
/** Codes run from 0 up to this, which is none. */
export const LETTER_CODES = LAST_LETTER + 1;

/** One byte per letter; 0 for anything that is no plain Arabic letter and so in no key. */
export function letterCode(unit: number): number {
  const code = unit - LETTER_BASE;
  return code > 0 && code <= LAST_LETTER ? code : 0;
}
