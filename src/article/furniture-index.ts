/** The furniture of pages bound to one vocabulary: what a type can be is worked out once per type, asked per token. */
import type { Furniture, Label, WordSet } from '../lexicon/furniture.ts';
import { matchingKey, orthographicForm } from '../text/normalise.ts';
import { Sieve } from '../text/sieve.ts';
import { Gap, type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';

/** A node of the tree of phrases: words lead on, a phrase may end here. */
interface Node {
  readonly next: Map<string, Node>;
  labels: Label[];
  place: boolean;
  agency: boolean;
}

/** A phrase found: the token behind it, and what it is. */
interface PhraseMatch {
  readonly next: number;
  readonly labels: readonly Label[];
  readonly place: boolean;
  readonly agency: boolean;
}

/** Bit of a type that begins a phrase; the word sets have the bits above it. */
const BEGINS_PHRASE = 1;
const KNOWN = 1 << 30;

function newNode(): Node {
  return { next: new Map(), labels: [], place: false, agency: false };
}

/** Labels, places, agencies and word sets of pages, looked up by type. */
export class FurnitureIndex {
  readonly vocabulary: Vocabulary;
  readonly wordSets: readonly WordSet[];
  readonly functionWords: Furniture['functionWords'];
  readonly #functionWords: ReadonlySet<string>;
  readonly #outlets: number;
  readonly #counters: number;
  readonly #sections: number;
  readonly #buttons: number;
  readonly #root = newNode();
  readonly #setBits = new Map<string, number>();
  /** The words that begin a phrase or belong to a set. */
  readonly #sieve: Sieve;
  #types = new Int32Array(1 << 12);

  constructor(furniture: Furniture, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.wordSets = furniture.wordSets;
    this.functionWords = furniture.functionWords;
    this.#functionWords = new Set(furniture.functionWords.ar);
    this.#outlets = this.#bitOf('outlets');
    this.#counters = this.#bitOf('counters');
    this.#sections = this.#bitOf('sections');
    this.#buttons = this.#bitOf('share');
    for (const label of furniture.labels) for (const phrase of label.phrases) this.#insert(phrase).labels.push(label);
    for (const phrase of furniture.places) this.#insert(phrase).place = true;
    for (const phrase of furniture.agencies) this.#insert(phrase).agency = true;
    for (const [index, set] of furniture.wordSets.entries())
      for (const word of set.words) this.#setBits.set(word, (this.#setBits.get(word) ?? 0) | (2 << index));
    this.#sieve = new Sieve([...this.#root.next.keys(), ...this.#setBits.keys()]);
  }

  /** Bit of the word set at `index` of {@link wordSets} in the answers of {@link setsOf}. */
  static bit(index: number): number {
    return 2 << index;
  }

  /** The word sets to which a type belongs, as bits. */
  setsOf(type: number): number {
    return this.#flags(type) & ~BEGINS_PHRASE & ~KNOWN;
  }

  /** True for a word with which papers and agencies end their names. */
  isOutlet(type: number): boolean {
    return (this.setsOf(type) & this.#outlets) !== 0;
  }

  /** True for a word of counters: «مشاهدات», «تعليق». */
  isCounter(type: number): boolean {
    return (this.setsOf(type) & this.#counters) !== 0;
  }

  /** True for a word of buttons: «طباعة», «فيسبوك». */
  isButton(type: number): boolean {
    return (this.setsOf(type) & this.#buttons) !== 0;
  }

  /** True for the name of a section of a paper: «رياضة». */
  isSection(type: number): boolean {
    return (this.setsOf(type) & this.#sections) !== 0;
  }

  #bitOf(set: string): number {
    return 2 << this.wordSets.findIndex(({ id }) => id === set);
  }

  /** True for a word with which a label, place or agency begins. */
  beginsPhrase(type: number): boolean {
    return (this.#flags(type) & BEGINS_PHRASE) !== 0;
  }

  /** The longest label, place or agency that begins at token `index`, or undefined. */
  phraseAt(tokens: Tokens, index: number): PhraseMatch | undefined {
    if (index >= tokens.count || !this.beginsPhrase(tokens.types[index])) return undefined;
    let node = this.#root;
    let found: PhraseMatch | undefined;
    for (let at = index; at < tokens.count; at++) {
      const type = tokens.types[at];
      if (this.vocabulary.kind(type) === TypeKind.Sign) {
        // «أ.ف.ب», «ملحوظة: مضمون هذا الخبر»
        const sign = at > index && tokens.gaps[at] === Gap.None ? this.vocabulary.form(type) : '';
        if (sign === '.' || sign === ':') continue;
        break;
      }
      const next = node.next.get(this.vocabulary.key(type));
      if (!next) break;
      node = next;
      if (node.labels.length > 0 || node.place || node.agency)
        found = { next: at + 1, labels: node.labels, place: node.place, agency: node.agency };
    }
    return found;
  }

  /** True for an Arabic function word. */
  isFunctionWord(word: string): boolean {
    return this.#functionWords.has(matchingKey(orthographicForm(word)));
  }

  /** True when `text` is a place of datelines, whole. */
  isPlace(text: string): boolean {
    const tokens = tokenise(text, 0, text.length, this.vocabulary, tokenBuffer(16));
    const match = this.phraseAt(tokens, 0);
    return match?.place === true && match.next === tokens.count;
  }

  #insert(phrase: readonly string[]): Node {
    let node = this.#root;
    for (const key of phrase) {
      let next = node.next.get(key);
      if (!next) {
        next = newNode();
        node.next.set(key, next);
      }
      node = next;
    }
    return node;
  }

  #flags(type: number): number {
    if (type >= this.#types.length) {
      const larger = new Int32Array(Math.max(this.#types.length * 2, type + 1));
      larger.set(this.#types);
      this.#types = larger;
    }
    return this.#types[type] || (this.#types[type] = this.#think(type));
  }

  #think(type: number): number {
    const { vocabulary } = this;
    if (vocabulary.kind(type) === TypeKind.Sign) return KNOWN;
    if (!this.#sieve.mayHold(vocabulary.units, vocabulary.start(type), vocabulary.end(type))) return KNOWN;
    const key = vocabulary.key(type);
    return KNOWN | (this.#root.next.has(key) ? BEGINS_PHRASE : 0) | (this.#setBits.get(key) ?? 0);
  }
}
