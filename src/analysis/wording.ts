/**
 * The wording of a sentence as a few numbers, so that near-identical sentences of syndicated articles are known without
 * keeping or comparing texts. Shingles are runs of two words; of long sentences the lowest hashes stand for all
 * (bottom-k sketch: Broder 1997, Cohen & Kaplan 2007).
 */
import { mixed } from '../text/mixed.ts';
import type { Tokens } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** Shingles kept per sentence: all of them up to 33 words, above that a sample. */
const KEPT = 32;
/** Share of common shingles from which two sentences are one report: agencies' texts are edited, not rewritten. */
const SAME_REPORT = 0.6;

/** Equal in every run. */
export interface Wording {
  /** 52-bit hash of the words in their order; punctuation, marks and spelling variants do not matter. */
  readonly id: number;
  /** Distinct hashes in ascending order, the lowest 32. */
  readonly shingles: readonly number[];
}

/** Makes wordings over one vocabulary. */
export class WordingFinder {
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** The wording of tokens `first` to `last` (excluded). Its shingles are worked out when first asked for. */
  of(tokens: Tokens, first: number, last: number): Wording {
    const words: number[] = [];
    let high = 17;
    let low = 23;
    for (let token = first; token < last; token++) {
      const type = tokens.types[token];
      if (!this.#vocabulary.isWord(type)) continue;
      const word = this.#vocabulary.keyHash(type);
      high = mixed(Math.imul(high, 31) + word);
      low = mixed(Math.imul(low, 37) ^ word);
      words.push(word);
    }
    return new LazyWording(high * 2 ** 20 + (low >>> 12), words);
  }
}

/** A wording of which most often only the id is asked. */
class LazyWording implements Wording {
  readonly id: number;
  readonly #words: readonly number[];
  #shingles: readonly number[] | undefined;

  constructor(id: number, words: readonly number[]) {
    this.id = id;
    this.#words = words;
  }

  get shingles(): readonly number[] {
    this.#shingles ??= shinglesOf(this.#words);
    return this.#shingles;
  }
}

function shinglesOf(words: readonly number[]): number[] {
  const hashes = new Int32Array(Math.max(words.length - 1, 0));
  for (let i = 0; i < hashes.length; i++) hashes[i] = mixed(Math.imul(words[i], 31) + words[i + 1]) >>> 1;
  hashes.sort();
  const shingles: number[] = [];
  for (let i = 0; i < hashes.length && shingles.length < KEPT; i++)
    if (i === 0 || hashes[i] !== hashes[i - 1]) shingles.push(hashes[i]);
  return shingles;
}

/** Share of shingles that two wordings have in common (Jaccard), 0 to 1; an estimate for long sentences. */
export function similarity({ shingles: a }: Wording, { shingles: b }: Wording): number {
  const seen = a.length < KEPT && b.length < KEPT ? a.length + b.length : KEPT;
  let common = 0;
  let union = 0;
  for (let i = 0, j = 0; union < seen && (i < a.length || j < b.length); union++) {
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (j >= b.length || a[i] < b[j]) i++;
    else j++;
  }
  return union === 0 ? 0 : common / union;
}

/** Groups wordings: each joins the first head that it nearly equals, or becomes a head itself. Near-linear. */
export class WordingGroups<T> {
  readonly #heads = new Map<number, { readonly wording: Wording; readonly group: T }[]>();
  readonly #exact = new Map<number, T>();

  /** The group of a wording; `make` gives a new one. What comes first leads, so give wordings in a fixed order. */
  groupOf(wording: Wording, make: () => T): T {
    const known = this.#exact.get(wording.id) ?? this.#near(wording);
    const group = known ?? make();
    this.#exact.set(wording.id, group);
    if (known === undefined) for (const shingle of this.#prefix(wording)) this.#list(shingle).push({ wording, group });
    return group;
  }

  #near(wording: Wording): T | undefined {
    for (const shingle of this.#prefix(wording)) {
      const head = this.#heads.get(shingle)?.find(other => similarity(other.wording, wording) >= SAME_REPORT);
      if (head) return head.group;
    }
    return undefined;
  }

  /** Two sets that are nearly equal share one of their first elements in any fixed order (Chaudhuri et al. 2006). */
  #prefix({ shingles }: Wording): readonly number[] {
    return shingles.slice(0, Math.floor(shingles.length * (1 - SAME_REPORT)) + 1);
  }

  #list(shingle: number): { readonly wording: Wording; readonly group: T }[] {
    let list = this.#heads.get(shingle);
    if (!list) this.#heads.set(shingle, (list = []));
    return list;
  }
}
