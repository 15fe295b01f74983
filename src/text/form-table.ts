/**
 * What the lemmatiser asks of a lexicon: exact look-up of keys as arrays, readings in order of likelihood. Typed arrays
 * by index instead of objects, so that a look-up allocates nothing.
 */
export interface FormTable {
  /** Index of the key spelled by `codes[from..to)`, or -1. */
  find(codes: Uint8Array, from: number, to: number): number;
  /** Readings of key `k` are `readingOffsets[k]` up to `readingOffsets[k + 1]`, the likeliest first. */
  readonly readingOffsets: Uint32Array;
  /** Per reading: the entry, the hash of the written form, its cost, and the bits of `Clitic` that it allows. */
  readonly entries: Uint32Array;
  readonly spellings: Int32Array;
  readonly costs: Int8Array;
  readonly allows: Uint8Array;
  /** Per entry: index into {@link FormTable.lemmas}. */
  readonly entryLemmas: Uint32Array;
  /** Distinct lemmas as the lexicon spells them. */
  readonly lemmas: readonly string[];
  partOfSpeech(entry: number): string;
  /** One byte for a letter, 0 for a unit that occurs in no key. */
  letterCode(unit: number): number;
  spellingHash(text: string, from: number, to: number): number;
  /** {@link FormTable.spellingHash} of a text with one more unit. */
  foldSpelling(hash: number, unit: number): number;
}
