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
/** A slot that holds no type. */
const FREE = -1;

function freeSlots(count: number): Int32Array<ArrayBuffer> {
  return new Int32Array(count).fill(FREE);
}

/** The hash that {@link Vocabulary.intern} expects: start with {@link HASH_SEED}, then fold in each unit in order. */
export const HASH_SEED = 0x811c9dc5 | 0;
export function foldHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A table of types. Ids run from 0 in order of first appearance; they mean nothing outside the table. */
export class Vocabulary {
  /**
   * A slot holds a type in the bits of the mask and those of its hash above them, which tell nearly all others from it:
   * what is small stays in the cache, and waiting for memory is what interning takes its time for. The arrays by type
   * are in order of first appearance, so what is frequent stands together in them.
   */
  #slots = freeSlots(FIRST_TYPES * 2);
  #mask = FIRST_TYPES * 2 - 1;
  #offsets = new Uint32Array(FIRST_TYPES + 1);
  #kinds = new Uint8Array(FIRST_TYPES);
  #units = new Uint16Array(FIRST_UNITS);
  /** The same memory as `#units`, for making strings of it. */
  #bytes = Buffer.from(this.#units.buffer);
  /** Scratch space for a word given by itself. */
  #word = new Uint16Array(64);
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
    const slot = this.#slotOf(units, start, end, hash);
    const cell = this.#slots[slot];
    return cell === FREE ? this.#add(slot, units, start, end, hash, kind) : cell & this.#mask;
  }

  /** The type of a word given by itself, such as one typed by the user. */
  internWord(word: string): number {
    const hash = this.#take(word);
    return this.intern(this.#word, 0, word.length, hash, TypeKind.Word);
  }

  /** The type of a word given by itself, -1 where it has none. */
  find(word: string): number {
    const hash = this.#take(word);
    const cell = this.#slots[this.#slotOf(this.#word, 0, word.length, hash)];
    return cell === FREE ? -1 : cell & this.#mask;
  }

  /** The slot that holds the type of `units[start..end)`, or the free one in which it belongs. */
  #slotOf(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const known = this.#units;
    const length = end - start;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const cell = slots[slot];
      if (cell === FREE) return slot;
      if (((cell ^ hash) & ~mask) !== 0) continue;
      const type = cell & mask;
      const offset = this.#offsets[type];
      if (this.#offsets[type + 1] - offset !== length) continue;
      let same = 0;
      while (same < length && known[offset + same] === units[start + same]) same++;
      if (same === length) return slot;
    }
  }

  /** Writes a word into `#word` and gives its hash. */
  #take(word: string): number {
    this.#word = grown(this.#word, word.length);
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      this.#word[i] = unit;
      hash = foldHash(hash, unit);
    }
    return hash;
  }

  kind(type: number): TypeKind {
    return this.#kinds[type] as TypeKind;
  }

  isWord(type: number): boolean {
    return this.#kinds[type] === TypeKind.Word;
  }

  /**
   * The units of all types one behind the other: those of a type as it stands in the source are
   * `units[start(type)..end(type))`. Valid until the next type is made.
   */
  get units(): Uint16Array {
    return this.#units;
  }

  start(type: number): number {
    return this.#offsets[type];
  }

  end(type: number): number {
    return this.#offsets[type + 1];
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

  #add(slot: number, units: Uint16Array, start: number, end: number, hash: number, kind: TypeKind): number {
    const type = this.#size++;
    if (type >= this.#kinds.length) this.#growTypes();
    const offset = this.#offsets[type];
    const next = offset + end - start;
    this.#reserveUnits(next);
    this.#units.set(units.subarray(start, end), offset);
    this.#offsets[type + 1] = next;
    this.#kinds[type] = kind;
    this.#slots[slot] = (hash & ~this.#mask) | type;
    // Never full, so that no type is the mask itself and no slot in use looks free.
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

  #hash(type: number): number {
    let hash = HASH_SEED;
    for (let i = this.#offsets[type]; i < this.#offsets[type + 1]; i++) hash = foldHash(hash, this.#units[i]);
    return hash;
  }

  #rehash(): void {
    const slots = freeSlots((this.#mask + 1) * 2);
    const mask = this.#mask * 2 + 1;
    for (let type = 0; type < this.#size; type++) {
      const hash = this.#hash(type);
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | type;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}
