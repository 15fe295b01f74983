/**
 * The compiled lexicon: an exact hash table from matching keys to readings, laid out as one buffer, so that loading it
 * is one read and looking up allocates nothing.
 *
 * Layout (little-endian, every section padded to 4 bytes): header · slots · records · lemma offsets · lemmas.
 *
 * - header, cells of 4 bytes: number of slots, of cells in records, of lemmas; the first 6 bytes of the SHA-256 of the rest;
 * - slot: where a record stands in the bits that such a number may have, and bits of the key's hash above them;
 * - record: length of the key and number of its readings, the readings, the letters of the key one byte each;
 * - reading: hash of the written form; lemma, part of speech, clitics and cost packed into one cell;
 * - lemma: its letters one byte each.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { type FormTable, LETTER_BASE, letterCode, READING_CELLS } from '../text/form-table.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';
import { readDataBytes } from './load.ts';
import { type Entry, PARTS_OF_SPEECH, type PartOfSpeech, parseWords, readingsByKey } from './words.ts';

const HEADER_CELLS = 8;
/** Cell of the header in which the digest begins, and its length in bytes. */
const DIGEST = 3;
const DIGEST_BYTES = 6;
const FREE = -1;

/** In the first cell of a record the bits above this are the number of readings. */
const LENGTH_BITS = 8;

/** Bits of the packed cell of a reading, from the lowest: cost and one, clitics, part of speech, lemma. */
const COST_BITS = 5;
const ALLOWS_SHIFT = COST_BITS;
const ALLOWS_BITS = 6;
const POS_SHIFT = ALLOWS_SHIFT + ALLOWS_BITS;
const POS_BITS = 4;
const LEMMA_SHIFT = POS_SHIFT + POS_BITS;

function maskOf(bits: number): number {
  return (1 << bits) - 1;
}

function hashCodes(codes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let i = from; i < to; i++) hash = foldHash(hash, codes[i]);
  return hash ^ (hash >>> 15);
}

/** Hash of a written form, hamza included. */
export function spellingHash(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = foldHash(hash, text.charCodeAt(i));
  return hash;
}

function encode(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letterCode(letter.charCodeAt(0)));
}

/** The smallest power of two that is not less than `count`. */
function powerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}

/** `value` as a field of so many bits. */
function field(value: number, bits: number): number {
  if (value < 0 || value > maskOf(bits)) throw new RangeError(`${value} does not fit into ${bits} bits`);
  return value;
}

function packReading({ pos }: Entry, lemma: number, cost: number, allows: number): number {
  return (
    (field(lemma, 32 - LEMMA_SHIFT) << LEMMA_SHIFT) |
    (field(PARTS_OF_SPEECH.indexOf(pos), POS_BITS) << POS_SHIFT) |
    (field(allows, ALLOWS_BITS) << ALLOWS_SHIFT) |
    field(cost + 1, COST_BITS)
  );
}

/** Records of all keys, and where each stands. */
function layRecords(entries: readonly Entry[], lemmas: readonly string[]): { cells: Int32Array; places: number[] } {
  const numbers = new Map(lemmas.map((lemma, number) => [lemma, number]));
  const cells: number[] = [];
  const places: number[] = [];
  for (const [key, readings] of readingsByKey(entries)) {
    places.push(cells.length);
    cells.push(field(key.length, LENGTH_BITS) | (readings.length << LENGTH_BITS));
    for (const { entry, form } of readings) {
      const lemma = numbers.get(entries[entry].lemma)!;
      cells.push(spellingHash(form.written), packReading(entries[entry], lemma, form.cost, form.allows));
    }
    const letters = new Uint8Array((key.length + 3) & ~3);
    letters.set(encode(key));
    cells.push(...new Int32Array(letters.buffer));
  }
  return { cells: Int32Array.from(cells), places };
}

/** Slots for records, half of them free. */
function laySlots(cells: Int32Array, places: readonly number[]): Int32Array {
  const slots = new Int32Array(powerOfTwo(places.length * 2)).fill(FREE);
  const address = powerOfTwo(cells.length) - 1;
  const bytes = new Uint8Array(cells.buffer);
  for (const place of places) {
    const [from, to] = lettersOf(cells, place);
    const hash = hashCodes(bytes, from, to);
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hash & ~address) | place;
  }
  return slots;
}

/** Bytes between which the letters of a record's key stand. */
function lettersOf(cells: Int32Array, record: number): [number, number] {
  const head = cells[record];
  const from = (record + 1 + (head >>> LENGTH_BITS) * READING_CELLS) * 4;
  return [from, from + (head & maskOf(LENGTH_BITS))];
}

/** Compiles the text of `words.tsv`. Throws `LexiconError` naming the line of a broken entry. */
export function compileWords(text: string, file: string): Uint8Array {
  const entries = parseWords(text, file);
  const lemmas = [...new Set(entries.map(entry => entry.lemma))];
  const { cells, places } = layRecords(entries, lemmas);
  const slots = laySlots(cells, places);
  const offsets = new Uint32Array(lemmas.length + 1);
  for (const [number, lemma] of lemmas.entries()) offsets[number + 1] = offsets[number] + lemma.length;
  const body = [slots, cells, offsets].map(array => Buffer.from(array.buffer));
  const all = Buffer.concat([...body, encode(lemmas.join(''))]);
  const header = Buffer.alloc(HEADER_CELLS * 4);
  for (const [cell, count] of [slots.length, cells.length, lemmas.length].entries())
    header.writeUInt32LE(count, cell * 4);
  createHash('sha256')
    .update(all)
    .digest()
    .copy(header, DIGEST * 4, 0, DIGEST_BYTES);
  return new Uint8Array(Buffer.concat([header, all]));
}

/** The lexicon as the lemmatiser asks it. */
export class WordTable implements FormTable {
  readonly #slots: Int32Array;
  readonly #cells: Int32Array;
  /** The same memory as `#cells`. */
  readonly #bytes: Uint8Array;
  /** The bits of a slot that say where a record stands. */
  readonly #address: number;
  readonly #lemmaOffsets: Uint32Array;
  readonly #lemmas: Uint8Array;
  /** What the readings were compiled to, as 12 hexadecimal digits: two tables of one digest read all words alike. */
  readonly digest: string;

  constructor(bytes: Uint8Array) {
    if (endianness() !== 'LE') throw new Error('the compiled lexicon is little-endian');
    const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const [slotCount, cellCount, lemmaCount] = new Uint32Array(buffer, byteOffset, HEADER_CELLS);
    this.digest = Buffer.from(buffer, byteOffset + DIGEST * 4, DIGEST_BYTES).toString('hex');
    let offset = byteOffset + HEADER_CELLS * 4;
    this.#slots = new Int32Array(buffer, offset, slotCount);
    offset += slotCount * 4;
    this.#cells = new Int32Array(buffer, offset, cellCount);
    this.#bytes = new Uint8Array(buffer, offset, cellCount * 4);
    this.#address = powerOfTwo(cellCount) - 1;
    offset += cellCount * 4;
    this.#lemmaOffsets = new Uint32Array(buffer, offset, lemmaCount + 1);
    offset += (lemmaCount + 1) * 4;
    this.#lemmas = new Uint8Array(buffer, offset, byteOffset + length - offset);
  }

  find(codes: Uint8Array, from: number, to: number): number {
    const hash = hashCodes(codes, from, to);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const cell = this.#slots[slot];
      if (cell === FREE) return -1;
      if (((cell ^ hash) & ~this.#address) !== 0) continue;
      const record = cell & this.#address;
      if (this.#spells(record, codes, from, to)) return record;
    }
  }

  firstReading(record: number): number {
    return record + 1;
  }

  endOfReadings(record: number): number {
    return record + 1 + (this.#cells[record] >>> LENGTH_BITS) * READING_CELLS;
  }

  spelling(reading: number): number {
    return this.#cells[reading];
  }

  cost(reading: number): number {
    return (this.#cells[reading + 1] & maskOf(COST_BITS)) - 1;
  }

  allows(reading: number): number {
    return (this.#cells[reading + 1] >>> ALLOWS_SHIFT) & maskOf(ALLOWS_BITS);
  }

  partOfSpeech(reading: number): PartOfSpeech {
    return PARTS_OF_SPEECH[(this.#cells[reading + 1] >>> POS_SHIFT) & maskOf(POS_BITS)];
  }

  lemma(reading: number): number {
    return this.#cells[reading + 1] >>> LEMMA_SHIFT;
  }

  lemmaText(lemma: number): string {
    let text = '';
    for (let i = this.#lemmaOffsets[lemma]; i < this.#lemmaOffsets[lemma + 1]; i++)
      text += String.fromCharCode(this.#lemmas[i] + LETTER_BASE);
    return text;
  }

  /** True when the record at `record` is that of the key `codes[from..to)`. */
  #spells(record: number, codes: Uint8Array, from: number, to: number): boolean {
    const head = this.#cells[record];
    if ((head & maskOf(LENGTH_BITS)) !== to - from) return false;
    const letters = (record + 1 + (head >>> LENGTH_BITS) * READING_CELLS) * 4 - from;
    for (let i = from; i < to; i++) if (this.#bytes[letters + i] !== codes[i]) return false;
    return true;
  }
}

let loaded: WordTable | undefined;

/** The program's lexicon, read when it is first asked for. */
export function loadWords(): WordTable {
  loaded ??= new WordTable(readDataBytes('words.bin'));
  return loaded;
}
