/**
 * The vocabulary interns every distinct word, number and sign of the texts as a *type*: a small integer. What is true
 * of a type is computed once, whatever the number of its tokens; a token is only a number in an array.
 */
import { CharacterClass, classOf, digitValue } from './characters.ts';
import { matchingKey, orthographicForm } from './normalise.ts';

/** What a type is. Only words are counted as tokens; numbers and signs are seen by the rules of dates and names. */
export const TypeKind = { Word: 1, Number: 2, Sign: 3 } as const;
export type TypeKind = (typeof TypeKind)[keyof typeof TypeKind];

const FIRST_TYPES = 1 << 12;
const FIRST_UNITS = 1 << 15;

/** The hash that {@link Vocabulary.intern} expects: start with {@link HASH_SEED}, then fold in each unit in order. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function foldHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A table of types. Ids run from 0 in order of first appearance; they mean nothing outside the table. */
export class Vocabulary {
  #slots = new Int32Array(FIRST_TYPES * 2).fill(-1);
  #hashes = new Int32Array(FIRST_TYPES);
  #offsets = new Uint32Array(FIRST_TYPES + 1);
  #kinds = new Uint8Array(FIRST_TYPES);
  #units = new Uint16Array(FIRST_UNITS);
  /** The same memory as `#units`, for making strings of it. */
  #bytes = Buffer.from(this.#units.buffer);
  #size = 0;
  readonly #surfaces: (string | undefined)[] = [];
  readonly #forms: (string | undefined)[] = [];
  readonly #keys: (string | undefined)[] = [];

  /** Number of distinct types met so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * The type of `text.slice(start, end)`, made if new. `hash` is the slice's units folded by {@link foldHash}: the
   * scanner has them in hand anyway. Nothing is allocated for a type that is known.
   */
  intern(text: string, start: number, end: number, hash: number, kind: TypeKind): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const type = this.#slots[slot];
      if (type < 0) break;
      if (this.#hashes[type] === hash && this.#equals(type, text, start, end)) return type;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, text, start, end, hash, kind);
  }

  /** The type of a word given by itself, such as one typed by the user. */
  internWord(word: string): number {
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) hash = foldHash(hash, word.charCodeAt(i));
    return this.intern(word, 0, word.length, hash, TypeKind.Word);
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

  /** The matching key: the form with hamza and final yeh folded. */
  key(type: number): string {
    return (this.#keys[type] ??= matchingKey(this.form(type)));
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

  #equals(type: number, text: string, start: number, end: number): boolean {
    const offset = this.#offsets[type];
    if (this.#offsets[type + 1] - offset !== end - start) return false;
    for (let i = start, j = offset; i < end; i++, j++) if (this.#units[j] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(slot: number, text: string, start: number, end: number, hash: number, kind: TypeKind): number {
    const type = this.#size++;
    if (type >= this.#kinds.length) this.#growTypes();
    const offset = this.#offsets[type];
    this.#reserveUnits(offset + end - start);
    for (let i = start, j = offset; i < end; i++, j++) this.#units[j] = text.charCodeAt(i);
    this.#offsets[type + 1] = offset + end - start;
    this.#hashes[type] = hash;
    this.#kinds[type] = kind;
    this.#slots[slot] = type;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return type;
  }

  #growTypes(): void {
    const capacity = this.#kinds.length * 2;
    const hashes = new Int32Array(capacity);
    const offsets = new Uint32Array(capacity + 1);
    const kinds = new Uint8Array(capacity);
    hashes.set(this.#hashes);
    offsets.set(this.#offsets);
    kinds.set(this.#kinds);
    this.#hashes = hashes;
    this.#offsets = offsets;
    this.#kinds = kinds;
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
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let type = 0; type < this.#size; type++) {
      const hash = this.#hashes[type];
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = type;
    }
    this.#slots = slots;
  }
}
