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

/** The arrays of a trie: per slot a node (-1: free), a word and the child behind the two. */
export interface TrieTable {
  readonly nodes: Int32Array;
  readonly words: Int32Array;
  readonly children: Int32Array;
  /** Number of edges, which is also the highest node. */
  readonly edges: number;
}

/** Phrases as sequences of word numbers. Node numbers run from 1; {@link ROOT} is 0. */
export class PhraseTrie {
  #nodes: Int32Array;
  #words: Int32Array;
  #children: Int32Array;
  #edges: number;

  /** An empty trie, or one laid out by the build. */
  constructor(table?: TrieTable) {
    this.#nodes = table?.nodes ?? new Int32Array(FIRST_SLOTS).fill(-1);
    this.#words = table?.words ?? new Int32Array(FIRST_SLOTS);
    this.#children = table?.children ?? new Int32Array(FIRST_SLOTS);
    this.#edges = table?.edges ?? 0;
  }

  /** The trie as arrays. */
  table(): TrieTable {
    return { nodes: this.#nodes, words: this.#words, children: this.#children, edges: this.#edges };
  }

  /** The node behind `node` by `word`, or 0: no phrase goes on that way. */
  child(node: number, word: number): number {
    const mask = this.#nodes.length - 1;
    let slot = this.#slot(node, word, mask);
    for (; this.#nodes[slot] >= 0; slot = (slot + 1) & mask) {
      if (this.#nodes[slot] === node && this.#words[slot] === word) return this.#children[slot];
    }
    return 0;
  }

  /** The node behind `node` by `word`, made if new. */
  grow(node: number, word: number): number {
    const known = this.child(node, word);
    if (known > 0) return known;
    if ((this.#edges + 1) * 2 > this.#nodes.length) this.#rehash();
    this.#insert(node, word, ++this.#edges);
    return this.#edges;
  }

  #slot(node: number, word: number, mask: number): number {
    const hash = Math.imul(node, NODE_FACTOR) ^ Math.imul(word + 1, WORD_FACTOR);
    return (hash ^ (hash >>> 15)) & mask;
  }

  #insert(node: number, word: number, child: number): void {
    const mask = this.#nodes.length - 1;
    let slot = this.#slot(node, word, mask);
    while (this.#nodes[slot] >= 0) slot = (slot + 1) & mask;
    this.#nodes[slot] = node;
    this.#words[slot] = word;
    this.#children[slot] = child;
  }

  #rehash(): void {
    const [nodes, words, children] = [this.#nodes, this.#words, this.#children];
    this.#nodes = new Int32Array(nodes.length * 2).fill(-1);
    this.#words = new Int32Array(nodes.length * 2);
    this.#children = new Int32Array(nodes.length * 2);
    for (let i = 0; i < nodes.length; i++) if (nodes[i] >= 0) this.#insert(nodes[i], words[i], children[i]);
  }
}
