/**
 * The compiled gazetteer: one file of arrays that the program only maps into memory, because reading the lists as JSON
 * and building the trie would cost 50 ms at every start. Words are matching keys in one open-addressed table; the trie
 * and its senses are numbers; labels and senses are lines of text, parsed when asked for.
 */
import { endianness } from 'node:os';
import { ALEF_MAKSURA, HEH, isPlainLetter, TEH_MARBUTA, YEH } from '../text/characters.ts';
import { foldedUnit } from '../text/normalise.ts';
import { foldHash, HASH_SEED } from '../text/vocabulary.ts';
import type { CompiledPhrases, Sense } from './phrase-list.ts';
import { PhraseTrie, ROOT } from './phrase-trie.ts';

/** Number of counts at the beginning of the file. */
const COUNTS = 12;
/** Tables are at most half full, so that no word is the mask itself and no slot in use looks free. */
const ROOM = 2;
/** A slot that holds no word. */
const FREE = -1;

/** FNV-1a over UTF-16 units, not yet spread over the table. */
function hashOf(key: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < key.length; i++) hash = foldHash(hash, key.charCodeAt(i));
  return hash;
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

const ARTICLE_HASH = hashOf('\u0627\u0644');

function slotCount(entries: number): number {
  let slots = 16;
  while (slots < entries * ROOM) slots *= 2;
  return slots;
}

/** What the lists of all kinds come to, before it is laid out. */
export class TableBuilder {
  readonly #words = new Map<string, number>();
  readonly #trie = new PhraseTrie();
  readonly #accepts: number[] = [0];
  readonly #sets: number[][] = [];
  readonly #setOf = new Map<string, number>();
  readonly #setChannels: number[] = [];
  readonly #begins: number[] = [];
  readonly #classes: number[] = [];
  readonly #senses: Sense[] = [];
  readonly #senseOf = new Map<string, number>();
  readonly #channelOf: (type: string) => number;

  constructor(channelOf: (type: string) => number) {
    this.#channelOf = channelOf;
  }

  #word(key: string): number {
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    this.#words.set(key, this.#words.size);
    this.#begins.push(0);
    this.#classes.push(0);
    return this.#words.size - 1;
  }

  /** Puts words (matching keys) into a class. */
  addClass(words: readonly string[], bit: number): void {
    for (const word of words) this.#classes[this.#word(word)] |= 1 << bit;
  }

  /** Adds the phrases of one list. */
  addPhrases(list: CompiledPhrases): void {
    const words = list.words.split(' ').map(word => this.#word(word));
    const { phrases } = list;
    for (let i = 0; i < phrases.length; ) {
      const senses = list.sets[phrases[i++]].map(index => this.#sense(list.senses[index]));
      const last = i + phrases[i] + 1;
      const first = words[phrases[i + 1]];
      let node = ROOT;
      for (i++; i < last; i++) node = this.#trie.grow(node, words[phrases[i]]);
      while (this.#accepts.length <= node) this.#accepts.push(0);
      const known = this.#accepts[node] > 0 ? this.#sets[this.#accepts[node] - 1] : [];
      const set = this.#set([...known, ...senses]);
      this.#accepts[node] = set + 1;
      this.#begins[first] |= this.#setChannels[set];
    }
  }

  #sense(sense: Sense): number {
    const line = [sense.type, sense.id, sense.kind, sense.cue, (sense.with ?? []).join(',')].join('\t');
    const known = this.#senseOf.get(line);
    if (known !== undefined) return known;
    this.#senseOf.set(line, this.#senses.length);
    return this.#senses.push(sense) - 1;
  }

  #set(senses: readonly number[]): number {
    const key = senses.join(' ');
    const known = this.#setOf.get(key);
    if (known !== undefined) return known;
    this.#setOf.set(key, this.#sets.length);
    this.#setChannels.push(senses.reduce((bits, sense) => bits | this.#channelOf(this.#senses[sense].type), 0));
    return this.#sets.push([...senses]) - 1;
  }

  /** The file. `texts` are the blocks of label lines, in the order in which {@link GazetteerTable} hands them out. */
  bytes(texts: readonly string[]): Uint8Array {
    const keys = [...this.#words.keys()];
    const wordSlots = new Int32Array(slotCount(keys.length)).fill(FREE);
    const mask = wordSlots.length - 1;
    keys.forEach((key, word) => {
      const hash = hashOf(key);
      let slot = slotOf(hash, mask);
      while (wordSlots[slot] !== FREE) slot = (slot + 1) & mask;
      wordSlots[slot] = (hash & ~mask) | word;
    });
    const offsets = Uint32Array.from([0, ...keys.map(key => key.length)]);
    for (let i = 1; i < offsets.length; i++) offsets[i] += offsets[i - 1];
    const joined = keys.join('');
    const units = Uint16Array.from({ length: joined.length }, (_, i) => joined.charCodeAt(i));
    const setOffsets = Uint32Array.from([0, ...this.#sets.map(set => set.length)]);
    for (let i = 1; i < setOffsets.length; i++) setOffsets[i] += setOffsets[i - 1];
    const blocks = [[...this.#senseOf.keys()].join('\n'), ...texts].map(text => Buffer.from(text, 'utf8'));
    const trie = this.#trie.table();
    const sections: ArrayBufferView[] = [
      wordSlots,
      offsets,
      units,
      Uint8Array.from(this.#begins),
      Uint32Array.from(this.#classes),
      trie.cells,
      Uint32Array.from(this.#accepts),
      setOffsets,
      Uint32Array.from(this.#sets.flat()),
      Uint8Array.from(this.#setChannels),
      Uint32Array.from(blocks, block => block.length),
      Buffer.concat(blocks),
    ];
    const counts = [wordSlots.length, keys.length, units.length, trie.cells.length, trie.edges, this.#accepts.length];
    return layOut(
      [...counts, this.#sets.length, this.#sets.flat().length, blocks.length, Buffer.concat(blocks).length],
      sections,
    );
  }
}

function layOut(counts: readonly number[], sections: readonly ArrayBufferView[]): Uint8Array {
  const head = new Uint32Array(COUNTS);
  head.set(counts);
  const all = [head, ...sections].map(view => Buffer.from(view.buffer, view.byteOffset, view.byteLength));
  return Buffer.concat(all.map(part => Buffer.concat([part, Buffer.alloc(-part.length & 3)])));
}

/** The file as the gazetteer asks it. */
export class GazetteerTable {
  /** A slot holds a word in the bits of the mask and those of its hash above them, as in a vocabulary. */
  readonly #wordSlots: Int32Array;
  readonly #offsets: Uint32Array;
  readonly #units: Uint16Array;
  readonly begins: Uint8Array;
  readonly classes: Uint32Array;
  readonly trie: PhraseTrie;
  readonly accepts: Uint32Array;
  readonly setOffsets: Uint32Array;
  readonly setSenses: Uint32Array;
  readonly setChannels: Uint8Array;
  readonly wordCount: number;
  readonly setCount: number;
  readonly #blocks: Uint8Array[];

  constructor(bytes: Uint8Array) {
    if (endianness() !== 'LE') throw new Error('the compiled gazetteer is little-endian');
    const buffer = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    let offset = buffer.byteOffset;
    const take = <T>(type: new (b: ArrayBufferLike, o: number, n: number) => T, count: number, width: number): T => {
      const array = new type(buffer.buffer, offset, count);
      offset += (count * width + 3) & ~3;
      return array;
    };
    const [slots, words, units, cells, edges, accepts, sets, setSenses, blocks, textLength] = take(
      Uint32Array,
      COUNTS,
      4,
    );
    this.#wordSlots = take(Int32Array, slots, 4);
    this.#offsets = take(Uint32Array, words + 1, 4);
    this.#units = take(Uint16Array, units, 2);
    this.begins = take(Uint8Array, words, 1);
    this.classes = take(Uint32Array, words, 4);
    this.trie = new PhraseTrie({ cells: take(Int32Array, cells, 4), edges });
    this.accepts = take(Uint32Array, accepts, 4);
    this.setOffsets = take(Uint32Array, sets + 1, 4);
    this.setSenses = take(Uint32Array, setSenses, 4);
    this.setChannels = take(Uint8Array, sets, 1);
    const lengths = take(Uint32Array, blocks, 4);
    const text = take(Uint8Array, textLength, 1);
    let at = 0;
    this.#blocks = [...lengths].map(length => text.subarray(at, (at += length)));
    this.wordCount = words;
    this.setCount = sets;
  }

  /** Number of a word key, -1 when unknown. */
  word(key: string): number {
    const mask = this.#wordSlots.length - 1;
    const hash = hashOf(key);
    for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
      const cell = this.#wordSlots[slot];
      if (cell === FREE) return -1;
      if (((cell ^ hash) & ~mask) === 0 && this.#equals(cell & mask, key)) return cell & mask;
    }
  }

  #equals(word: number, key: string): boolean {
    const start = this.#offsets[word];
    if (this.#offsets[word + 1] - start !== key.length) return false;
    for (let i = 0; i < key.length; i++) if (this.#units[start + i] !== key.charCodeAt(i)) return false;
    return true;
  }

  /**
   * A quick no, without a string: false only where no word of the table is the key of `units[from..to)`, with or without
   * the article before it, or ة for a last ه. Always true where other than plain letters stand.
   */
  mayHold(units: Uint16Array, from: number, to: number): boolean {
    let bare = HASH_SEED;
    let definite = ARTICLE_HASH;
    for (let i = from; i < to; i++) {
      if (!isPlainLetter(units[i])) return true;
      if (i === to - 1) break;
      bare = foldHash(bare, foldedUnit(units[i]));
      definite = foldHash(definite, foldedUnit(units[i]));
    }
    const last = units[to - 1] === ALEF_MAKSURA ? YEH : foldedUnit(units[to - 1]);
    if (this.#holds(foldHash(bare, last)) || this.#holds(foldHash(definite, last))) return true;
    return last === HEH && (this.#holds(foldHash(bare, TEH_MARBUTA)) || this.#holds(foldHash(definite, TEH_MARBUTA)));
  }

  /** True when a word has as much of the hash as its slot keeps. */
  #holds(hash: number): boolean {
    const mask = this.#wordSlots.length - 1;
    for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
      const cell = this.#wordSlots[slot];
      if (cell === FREE) return false;
      if (((cell ^ hash) & ~mask) === 0) return true;
    }
  }

  /** Lines of a block of text: 0 the senses, then the labels. */
  lines(block: number): string[] {
    const { buffer, byteOffset, length } = this.#blocks[block];
    return length === 0 ? [] : Buffer.from(buffer, byteOffset, length).toString('utf8').split('\n');
  }
}

/** A line of the block of senses. */
export function parseSense(line: string): Sense {
  const [type, id, kind, cue, ids] = line.split('\t');
  return { type, id, kind, cue: Number(cue), ...(ids === '' ? {} : { with: ids.split(',') }) };
}
