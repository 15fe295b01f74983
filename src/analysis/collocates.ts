/** Collocates: which words stand near a term more often than chance would put them there, and on which side. */
import type { Reading, Segment } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import type { WordIndex } from '../text/word-index.ts';
import { KeywordCounts, type KeywordOptions, type KeywordPartial, type WordFrequency } from './keywords.ts';
import {
  type Cooccurrence,
  cubedMutualInformation,
  expectedFrequency,
  logDice,
  mutualInformation,
  pairLogLikelihood,
  tScore,
} from './measures.ts';
import { SentenceFinder } from './sentence.ts';
import type { Occurrence, TermMatcher } from './term.ts';

/** Window in words on either side, in reading order: `left` before the term, `right` behind it. */
export interface CollocateOptions extends KeywordOptions {
  readonly left: number;
  readonly right: number;
  /** Windows go over the ends of sentences (never over the end of a part of the article). */
  readonly acrossSentences: boolean;
}

/** A word near the term. `total` is its frequency in the corpus, `count` how often it stands in a window. */
export interface Collocate {
  readonly label: string;
  readonly lemma: string;
  readonly pos?: string;
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly total: number;
  readonly articles: number;
  readonly expected: number;
  readonly logDice: number | null;
  readonly mi: number | null;
  readonly mi3: number | null;
  readonly tScore: number | null;
  readonly g2: number;
}

/** Plain data of a count of collocates: per form its occurrences left and right of the term. */
export interface CollocatePartial {
  readonly words: KeywordPartial;
  readonly near: readonly (readonly [form: string, left: number, right: number])[];
  readonly nodes: number;
  readonly window: number;
}

/** Outcome: the collocates by logDice, how often the term occurs and how many words its windows hold. */
export interface Collocates {
  readonly nodes: number;
  readonly window: number;
  readonly tokens: number;
  readonly articles: number;
  readonly collocates: readonly Collocate[];
}

interface Sides {
  left: number;
  right: number;
}

/**
 * Counts collocates. A word within the windows of two occurrences counts once, for the occurrence that comes first, so
 * that windows are a sample of the corpus' words (surface cooccurrence, Evert 2008); words of the term itself are left
 * out. Expected frequencies are those of `window` words drawn from all the corpus.
 */
export class CollocateCounts {
  readonly #matcher: TermMatcher;
  readonly #index: WordIndex;
  readonly #options: CollocateOptions;
  readonly #words: KeywordCounts;
  readonly #sentences: SentenceFinder;
  readonly #near = new Map<string, Sides>();
  readonly #sidesOfType: (Sides | undefined)[] = [];
  #nodes = 0;
  #window = 0;

  constructor(matcher: TermMatcher, index: WordIndex, options: CollocateOptions) {
    this.#matcher = matcher;
    this.#index = index;
    this.#options = options;
    this.#words = new KeywordCounts(index, options);
    this.#sentences = new SentenceFinder(index.vocabulary);
  }

  add(reading: Reading): void {
    this.#words.add(reading);
    let segment: Segment | undefined;
    let inSegment: Occurrence[] = [];
    for (const occurrence of [...this.#matcher.find(reading), undefined]) {
      if (occurrence?.segment !== segment) {
        if (segment) this.#addSegment(segment, inSegment);
        segment = occurrence?.segment;
        inSegment = [];
      }
      if (occurrence) inSegment.push(occurrence);
    }
  }

  merge(other: CollocatePartial): void {
    this.#words.merge(other.words);
    this.#nodes += other.nodes;
    this.#window += other.window;
    for (const [form, left, right] of other.near) {
      const sides = this.#sides(form);
      sides.left += left;
      sides.right += right;
    }
  }

  partial(): CollocatePartial {
    const near = [...this.#near].map(([form, { left, right }]) => [form, left, right] as const);
    return { words: this.#words.partial(), near, nodes: this.#nodes, window: this.#window };
  }

  finish(): Collocates {
    const { words, tokens, articles } = this.#words.finish();
    const near = new Map<number | string, Sides>();
    for (const [form, { left, right }] of this.#near) {
      const unit = this.#unit(form);
      const sides = near.get(unit) ?? { left: 0, right: 0 };
      near.set(unit, { left: sides.left + left, right: sides.right + right });
    }
    const collocates = words.flatMap(word => {
      const sides = near.get(this.#unit(word.forms[0].form));
      return sides ? [this.#collocate(word, sides, tokens)] : [];
    });
    collocates.sort((a, b) => b.logDice! - a.logDice! || b.count - a.count || compareCodePoints(a.label, b.label));
    return { nodes: this.#nodes, window: this.#window, tokens, articles, collocates };
  }

  #addSegment(segment: Segment, occurrences: readonly Occurrence[]): void {
    const { vocabulary } = this.#index;
    const { types, count } = segment.tokens;
    // 0 not yet in a window, 1 taken: a word of the term, or counted for an occurrence before.
    const taken = new Uint8Array(count);
    for (const { from, to } of occurrences) taken.fill(1, from, to + 1);
    const look = (from: number, step: 1 | -1, width: number, edge: number, side: keyof Sides): void => {
      for (let at = from + step, words = 0; words < width && at !== edge; at += step) {
        if (!vocabulary.isWord(types[at])) continue;
        words++;
        if (taken[at]) continue;
        taken[at] = 1;
        this.#window++;
        this.#sidesOf(types[at])[side]++;
      }
    };
    for (const { from, to } of occurrences) {
      this.#nodes++;
      const [first, last] = this.#bounds(segment, from, to);
      look(from, -1, this.#options.left, first - 1, 'left');
      look(to, 1, this.#options.right, last, 'right');
    }
  }

  /** Tokens from which and up to which (excluded) a window may reach. */
  #bounds(segment: Segment, from: number, to: number): [number, number] {
    if (this.#options.acrossSentences) return [0, segment.tokens.count];
    return [this.#sentences.around(segment, from).first, this.#sentences.around(segment, to).last];
  }

  #sidesOf(type: number): Sides {
    return (this.#sidesOfType[type] ??= this.#sides(this.#index.vocabulary.form(type)));
  }

  #sides(form: string): Sides {
    let sides = this.#near.get(form);
    if (!sides) this.#near.set(form, (sides = { left: 0, right: 0 }));
    return sides;
  }

  /** What a form is counted under: its lemma's id, or itself. */
  #unit(form: string): number | string {
    return this.#options.by === 'surface' ? form : this.#index.lemmaId(this.#index.vocabulary.internWord(form));
  }

  #collocate(
    { label, lemma, pos, count: total, articles }: WordFrequency,
    { left, right }: Sides,
    n: number,
  ): Collocate {
    const pair: Cooccurrence = { o: left + right, r: this.#window, f: total, n };
    return {
      label,
      lemma,
      ...(pos === undefined ? {} : { pos }),
      count: pair.o,
      left,
      right,
      total,
      articles,
      expected: expectedFrequency(pair),
      logDice: logDice(pair.o, this.#nodes, total),
      mi: mutualInformation(pair),
      mi3: cubedMutualInformation(pair),
      tScore: tScore(pair),
      g2: pairLogLikelihood(pair),
    };
  }
}
