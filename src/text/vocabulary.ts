/**
 * The vocabulary interns every distinct word, number and sign of the texts as a *type*: a small integer. What is true
 * of a type is computed once, whatever the number of its tokens; a token is only a number in an array.
 */
import { CharacterClass, classOf, digitValue } from './characters.ts';
import { grown } from './grown.ts';
import { matchingKey, orthographicForm } from './normalise.ts';

/** What a type is. Only words are counted as tokens; numbers and signs are seen by the rules of dates and names. */
export const TypeKind = { Word: 1, Number: 2, Sign: 3 } as const;
export type TypeKind = (typeof TypeKind)[keyof typeof TypeKind];

const FIRST_TYPES = 1 << 12;
const FIRST_UNITS = 1 << 15;
/** Cells of one slot: the hash, the type (-1 where the slot is free), where its units begin, and how many there are. */
const SLOT = 4;

function emptySlots(count: number): Int32Array<ArrayBuffer> {
  return new Int32Array(count * SLOT).fill(-1);
}

/** The hash that {@link Vocabulary.intern} expects: start with {@link HASH_SEED}, then fold in each unit in order. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function foldHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A table of types. Ids run from 0 in order of first appearance; they mean nothing outside the table. */
export class Vocabulary {
  /**
   * What a look-up asks for stands side by side, so that a token costs two cache lines, not four: in a large vocabulary
   * that is what interning takes its time for.
   */
  #slots = emptySlots(FIRST_TYPES * 2);
  #mask = FIRST_TYPES * 2 - 1;
  #offsets = new Uint32Array(FIRST_TYPES + 1);
  #kinds = new Uint8Array(FIRST_TYPES);
  #units = new Uint16Array(FIRST_UNITS);
  /** The same memory as `#units`, for making strings of it. */
  #bytes = Buffer.from(this.#units.buffer);
  #size = 0;
  #keyHashes = new Int32Array(FIRST_TYPES);
  readonly #surfaces: (string | undefined)[] = [];
  readonly #forms: (string | undefined)[] = [];
  readonly #keys: (string | undefined)[] = [];

  /** Number of distinct types met so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * The type of `units[start..end)`, made if new. `hash` is those units folded by {@link foldHash}: the scanner has them
   * in hand anyway. Nothing is allocated for a type that is known.
   */
  intern(units: Uint16Array, start: number, end: number, hash: number, kind: TypeKind): number {
    const slots = this.#slots;
    const known = this.#units;
    const length = end - start;
    for (let slot = (hash ^ (hash >>> 15)) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const cell = slot * SLOT;
      const type = slots[cell + 1];
      if (type < 0) return this.#add(cell, units, start, end, hash, kind);
      if (slots[cell] !== hash || slots[cell + 3] !== length) continue;
      const offset = slots[cell + 2];
      let same = 0;
      while (same < length && known[offset + same] === units[start + same]) same++;
      if (same === length) return type;
    }
  }

  /** The type of a word given by itself, such as one typed by the user. */
  internWord(word: string): number {
    const units = new Uint16Array(word.length);
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      units[i] = word.charCodeAt(i);
      hash = foldHash(hash, units[i]);
    }
    return this.intern(units, 0, word.length, hash, TypeKind.Word);
  }

  kind(type: number): TypeKind {
    return this.#kinds[type] as TypeKind;
  }

  isWord(type: number): boolean {
    return this.#kinds[type] === TypeKind.Word;
  }

  /** The type exactly as it stands in the source, marks and tatweel included. */
  surface(type: number): string {
    return (this.#surfaces[type] ??= this.#bytes.toString(
      'utf16le',
      this.#offsets[type] * 2,
      this.#offsets[type + 1] * 2,
    ));
  }

  /** The orthographic form: the surface without noise, hamza kept. */
  form(type: number): string {
    return (this.#forms[type] ??= orthographicForm(this.surface(type)));
  }

  /** The type of the orthographic form: the type itself unless it is written with marks, tatweel or the like. */
  formType(type: number): number {
    const form = this.form(type);
    return form === this.surface(type) ? type : this.internWord(form);
  }

  /** The matching key: the form with hamza and final yeh folded. */
  key(type: number): string {
    return (this.#keys[type] ??= matchingKey(this.form(type)));
  }

  /** Hash of the key, never 0: equal in every run and every vocabulary, so that it can be compared and merged. */
  keyHash(type: number): number {
    return this.#keyHashes[type] || (this.#keyHashes[type] = this.#hashKey(type));
  }

  #hashKey(type: number): number {
    const key = this.key(type);
    let hash = HASH_SEED;
    for (let i = 0; i < key.length; i++) hash = foldHash(hash, key.charCodeAt(i));
    return hash || 1;
  }

  /** The value of a number type (digits of any of the three sets), `Infinity` where it has more than 15 digits. */
  number(type: number): number {
    const start = this.#offsets[type];
    const end = this.#offsets[type + 1];
    let value = 0;
    let digits = 0;
    for (let i = start; i < end; i++) {
      const unit = this.#units[i];
      if (classOf(unit) !== CharacterClass.Digit) continue;
      value = value * 10 + digitValue(unit);
      digits++;
    }
    return digits > 15 ? Number.POSITIVE_INFINITY : value;
  }

  #add(cell: number, units: Uint16Array, start: number, end: number, hash: number, kind: TypeKind): number {
    const type = this.#size++;
    if (type >= this.#kinds.length) this.#growTypes();
    const offset = this.#offsets[type];
    const next = offset + end - start;
    this.#reserveUnits(next);
    this.#units.set(units.subarray(start, end), offset);
    this.#offsets[type + 1] = next;
    this.#kinds[type] = kind;
    this.#slots[cell] = hash;
    this.#slots[cell + 1] = type;
    this.#slots[cell + 2] = offset;
    this.#slots[cell + 3] = end - start;
    if (this.#size * 3 > this.#mask * 2) this.#rehash();
    return type;
  }

  #growTypes(): void {
    const capacity = this.#kinds.length * 2;
    this.#offsets = grown(this.#offsets, capacity);
    this.#kinds = grown(this.#kinds, capacity - 1);
    this.#keyHashes = grown(this.#keyHashes, capacity - 1);
  }

  #reserveUnits(needed: number): void {
    if (needed <= this.#units.length) return;
    let capacity = this.#units.length;
    while (capacity < needed) capacity *= 2;
    const units = new Uint16Array(capacity);
    units.set(this.#units);
    this.#units = units;
    this.#bytes = Buffer.from(units.buffer);
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = emptySlots((this.#mask + 1) * 2);
    const mask = this.#mask * 2 + 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] < 0) continue;
      let slot = (old[from] ^ (old[from] >>> 15)) & mask;
      while (slots[slot * SLOT + 1] >= 0) slot = (slot + 1) & mask;
      for (let i = 0; i < SLOT; i++) slots[slot * SLOT + i] = old[from + i];
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}
