/**
 * A trie over numbered words. Children are found in one open-addressed table of (node, word) pairs, so that adding
 * 30,000 phrases at start costs a few milliseconds and a step costs one or two array reads.
 */
const FIRST_SLOTS = 1 << 16;
/** Odd multipliers that spread (node, word) pairs over the table. */
const NODE_FACTOR = 0x9e3779b1;
const WORD_FACTOR = 0x85ebca6b;

/** The node every phrase starts from. */
export const ROOT = 0;

/** A trie as numbers. */
export interface TrieTable {
  /** Three numbers a slot, side by side because they are read together: a node (-1: free), a word, the child behind the two. */
  readonly cells: Int32Array;
  /** Number of edges, which is also the highest node. */
  readonly edges: number;
}

/** Numbers of a slot. */
const CELL = 3;

function freeCells(slots: number): Int32Array {
  return new Int32Array(slots * CELL).fill(-1);
}

/** Phrases as sequences of word numbers. Node numbers run from 1; {@link ROOT} is 0. */
export class PhraseTrie {
  #cells: Int32Array;
  #mask: number;
  #edges: number;

  /** An empty trie, or one laid out by the build. */
  constructor(table?: TrieTable) {
    this.#cells = table?.cells ?? freeCells(FIRST_SLOTS);
    this.#mask = this.#cells.length / CELL - 1;
    this.#edges = table?.edges ?? 0;
  }

  /** The trie as numbers. */
  table(): TrieTable {
    return { cells: this.#cells, edges: this.#edges };
  }

  /** The node behind `node` by `word`, or 0: no phrase goes on that way. */
  child(node: number, word: number): number {
    const cells = this.#cells;
    const mask = this.#mask;
    for (let slot = slotOf(node, word, mask); ; slot = (slot + 1) & mask) {
      const at = slot * CELL;
      if (cells[at] === node && cells[at + 1] === word) return cells[at + 2];
      if (cells[at] < 0) return 0;
    }
  }

  /** The node behind `node` by `word`, made if new. */
  grow(node: number, word: number): number {
    const known = this.child(node, word);
    if (known > 0) return known;
    if ((this.#edges + 1) * 2 > this.#mask) this.#rehash();
    this.#insert(node, word, ++this.#edges);
    return this.#edges;
  }

  #insert(node: number, word: number, child: number): void {
    let slot = slotOf(node, word, this.#mask);
    while (this.#cells[slot * CELL] >= 0) slot = (slot + 1) & this.#mask;
    this.#cells.set([node, word, child], slot * CELL);
  }

  #rehash(): void {
    const cells = this.#cells;
    this.#mask = this.#mask * 2 + 1;
    this.#cells = freeCells(this.#mask + 1);
    for (let at = 0; at < cells.length; at += CELL)
      if (cells[at] >= 0) this.#insert(cells[at], cells[at + 1], cells[at + 2]);
  }
}

function slotOf(node: number, word: number, mask: number): number {
  const hash = Math.imul(node, NODE_FACTOR) ^ Math.imul(word + 1, WORD_FACTOR);
  return (hash ^ (hash >>> 15)) & mask;
}
