/**
 * The compiled lexicon: an exact hash table from matching keys to readings, laid out as typed arrays in one buffer, so
 * that loading it is one read and looking up allocates nothing.
 *
 * Layout (little-endian, every section padded to 4 bytes): 8 counts · slots · key offsets · reading offsets · reading
 * entries · form hashes · entry lemmas · costs · allows · entry parts of speech · keys (one byte per letter) · lemmas.
 */
import { endianness } from 'node:os';
import type { FormTable } from '../text/form-table.ts';
import { PARTS_OF_SPEECH, type PartOfSpeech, parseWords, readingsByKey } from './words.ts';

/** Letters are stored as their distance from this code point: U+0621 HAMZA is 1, U+064A YEH is 42. */
const LETTER_BASE = 0x0620;
const LAST_LETTER = 0x064a - LETTER_BASE;
const COUNTS = 8;

/** One byte per letter; 0 for anything that is no plain Arabic letter and so in no key. */
export function letterCode(unit: number): number {
  const code = unit - LETTER_BASE;
  return code > 0 && code <= LAST_LETTER ? code : 0;
}

function hashCodes(codes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ codes[i], 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Hash of a written form, hamza included: tells the exact spelling from one that only shares the key. */
export function spellingHash(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = foldSpelling(hash, text.charCodeAt(i));
  return hash;
}

/** The hash of a written form with one more unit. */
export function foldSpelling(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

class Section {
  readonly #bytes: Uint8Array[] = [];
  size = 0;
  add(array: ArrayBufferView): void {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    this.#bytes.push(padded);
    this.size += padded.length;
  }
  joined(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#bytes));
  }
}

/** Compiles the text of `words.tsv`. Throws `LexiconError` naming the line of a broken entry. */
export function compileWords(text: string, file: string): Uint8Array {
  const entries = parseWords(text, file);
  const readings = readingsByKey(entries);
  const keys = [...readings.keys()];
  const encoded = keys.map(key => Uint8Array.from(key, letter => letterCode(letter.charCodeAt(0))));
  let slotCount = 1024;
  while (slotCount < keys.length * 2) slotCount *= 2;
  const slots = new Int32Array(slotCount).fill(-1);
  const keyOffsets = new Uint32Array(keys.length + 1);
  const readingOffsets = new Uint32Array(keys.length + 1);
  for (const [index, codes] of encoded.entries()) {
    keyOffsets[index + 1] = keyOffsets[index] + codes.length;
    readingOffsets[index + 1] = readingOffsets[index] + readings.get(keys[index])!.length;
    let slot = hashCodes(codes, 0, codes.length) & (slotCount - 1);
    while (slots[slot] >= 0) slot = (slot + 1) & (slotCount - 1);
    slots[slot] = index;
  }
  const all = [...readings.values()].flat();
  const lemmas = [...new Set(entries.map(entry => entry.lemma))];
  const lemmaIds = new Map(lemmas.map((lemma, id) => [lemma, id]));
  const lemmaBytes = Buffer.from(lemmas.join('\n'), 'utf8');
  const keyBytes = new Uint8Array(Buffer.concat(encoded));
  const sections = new Section();
  sections.add(
    Uint32Array.of(
      slotCount,
      keys.length,
      all.length,
      entries.length,
      lemmas.length,
      keyBytes.length,
      lemmaBytes.length,
      0,
    ),
  );
  sections.add(slots);
  sections.add(keyOffsets);
  sections.add(readingOffsets);
  sections.add(Uint32Array.from(all, reading => reading.entry));
  sections.add(Int32Array.from(all, reading => spellingHash(reading.form.written)));
  sections.add(Uint32Array.from(entries, entry => lemmaIds.get(entry.lemma)!));
  sections.add(Int8Array.from(all, reading => reading.form.cost));
  sections.add(Uint8Array.from(all, reading => reading.form.allows));
  sections.add(Uint8Array.from(entries, entry => PARTS_OF_SPEECH.indexOf(entry.pos)));
  sections.add(keyBytes);
  sections.add(lemmaBytes);
  return sections.joined();
}

/** The lexicon as the lemmatiser asks it: see `FormTable` in text/lemmatise.ts. */
export class WordTable implements FormTable {
  readonly #slots: Int32Array;
  readonly #keyOffsets: Uint32Array;
  readonly #keys: Uint8Array;
  /** Readings of key `k` are `readingOffsets[k]` up to `readingOffsets[k + 1]`, the likeliest first. */
  readonly readingOffsets: Uint32Array;
  /** Per reading: the entry, the hash of the written form, its cost and the clitics it allows. */
  readonly entries: Uint32Array;
  readonly spellings: Int32Array;
  readonly costs: Int8Array;
  readonly allows: Uint8Array;
  /** Per entry: index of its lemma and of its part of speech. */
  readonly entryLemmas: Uint32Array;
  readonly #entryPos: Uint8Array;
  /** Distinct lemmas as the lexicon spells them. */
  readonly lemmas: readonly string[];

  constructor(bytes: Uint8Array) {
    if (endianness() !== 'LE') throw new Error('the compiled lexicon is little-endian');
    const buffer = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    let offset = buffer.byteOffset;
    const take = <T>(type: new (b: ArrayBufferLike, o: number, n: number) => T, count: number, width: number): T => {
      const array = new type(buffer.buffer, offset, count);
      offset += (count * width + 3) & ~3;
      return array;
    };
    const [slotCount, keyCount, readingCount, entryCount, , keyLength, lemmaLength] = take(Uint32Array, COUNTS, 4);
    this.#slots = take(Int32Array, slotCount, 4);
    this.#keyOffsets = take(Uint32Array, keyCount + 1, 4);
    this.readingOffsets = take(Uint32Array, keyCount + 1, 4);
    this.entries = take(Uint32Array, readingCount, 4);
    this.spellings = take(Int32Array, readingCount, 4);
    this.entryLemmas = take(Uint32Array, entryCount, 4);
    this.costs = take(Int8Array, readingCount, 1);
    this.allows = take(Uint8Array, readingCount, 1);
    this.#entryPos = take(Uint8Array, entryCount, 1);
    this.#keys = take(Uint8Array, keyLength, 1);
    this.lemmas = Buffer.from(take(Uint8Array, lemmaLength, 1))
      .toString('utf8')
      .split('\n');
  }

  /** Index of the key `codes[from..to)` (letters as {@link letterCode} gives them), or -1. */
  find(codes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashCodes(codes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const key = this.#slots[slot];
      if (key < 0) return -1;
      if (this.#equals(key, codes, from, to)) return key;
    }
  }

  letterCode(unit: number): number {
    return letterCode(unit);
  }

  spellingHash(text: string, from: number, to: number): number {
    return spellingHash(text, from, to);
  }

  foldSpelling(hash: number, unit: number): number {
    return foldSpelling(hash, unit);
  }

  partOfSpeech(entry: number): PartOfSpeech {
    return PARTS_OF_SPEECH[this.#entryPos[entry]];
  }

  #equals(key: number, codes: Uint8Array, from: number, to: number): boolean {
    const offset = this.#keyOffsets[key];
    if (this.#keyOffsets[key + 1] - offset !== to - from) return false;
    for (let i = from, j = offset; i < to; i++, j++) if (this.#keys[j] !== codes[i]) return false;
    return true;
  }
}
