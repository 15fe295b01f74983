/** Which entities are mentioned together: pairs that share an article or a sentence. */
import type { Reading } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Aggregate } from './aggregate.ts';
import type { FindCounted } from './counted.ts';
import { type EntityKey, entityKey, keyText } from './entity-key.ts';
import { mutualInformation } from './measures.ts';
import { SentenceFinder } from './sentence.ts';

/** What a pair must share. */
export type Unit = 'article' | 'sentence';

/** Two entities and the units that mention both. Source is the one whose key comes first in code-point order. */
export interface PairFigures {
  readonly source: EntityKey;
  readonly target: EntityKey;
  /** Units that mention both. */
  readonly count: number;
  readonly sourceUnits: number;
  readonly targetUnits: number;
  /** Share of the units with either that have both, 0 to 1. */
  readonly jaccard: number;
  /** Pointwise mutual information in bits: log₂(count × units / (sourceUnits × targetUnits)). Church & Hanks (1990). */
  readonly pmi: number;
}

/** Plain data for merging; pairs are indexes into `entities`. */
export interface CoMentionsPartial {
  readonly units: number;
  readonly entities: readonly (readonly [key: EntityKey, units: number])[];
  readonly pairs: readonly (readonly [source: number, target: number, count: number])[];
}

/**
 * Where an entity stands in a unit: where its first mention ends and its last one begins. Two entities stand apart when
 * one ends before the other begins; a demonym inside a minister's title («وزير الخارجية المصري») makes no pair with it.
 */
interface Stretch {
  firstEnd: number;
  lastStart: number;
}

/** Offsets of a later segment are above all offsets of an earlier one. */
const SEGMENT = 2 ** 32;

/** Entities are numbered; a pair is one number, so that a map of numbers holds all. */
const MOST_ENTITIES = 2 ** 26;

/** Mentions, which are in the order of the text, sentence by sentence. */
function* bySentence(mentions: Iterable<Mention>, sentences: SentenceFinder): Generator<readonly Mention[]> {
  let segment: Mention['segment'] | undefined;
  let index = -1;
  let together: Mention[] = [];
  for (const mention of mentions) {
    const at = sentences.indexAt(mention.segment, mention.start);
    if (mention.segment !== segment || at !== index) {
      if (together.length > 0) yield together;
      [segment, index, together] = [mention.segment, at, []];
    }
    together.push(mention);
  }
  if (together.length > 0) yield together;
}

/** Counts pairs. */
export class CoMentions implements Aggregate<CoMentionsPartial, PairFigures[]> {
  readonly #numbers = new Map<string, number>();
  readonly #entities: { readonly key: EntityKey; readonly text: string; units: number }[] = [];
  readonly #pairs = new Map<number, number>();
  readonly #find: FindCounted;
  readonly #sentences: SentenceFinder | undefined;
  #units = 0;

  constructor(find: FindCounted, unit: Unit, vocabulary: Vocabulary) {
    this.#find = find;
    this.#sentences = unit === 'sentence' ? new SentenceFinder(vocabulary) : undefined;
  }

  add(reading: Reading): void {
    const mentions = this.#find(reading);
    if (!this.#sentences) {
      this.#units++;
      this.#countUnit(mentions);
      return;
    }
    for (const segment of reading.segments) this.#units += this.#sentences.count(segment);
    for (const sentence of bySentence(mentions, this.#sentences)) this.#countUnit(sentence);
  }

  merge({ units, entities, pairs }: CoMentionsPartial): void {
    this.#units += units;
    const numbers = entities.map(([key, count]) => {
      const number = this.#number(key);
      this.#entities[number].units += count;
      return number;
    });
    for (const [source, target, count] of pairs) this.#countPair(numbers[source], numbers[target], count);
  }

  partial(): CoMentionsPartial {
    const pairs = [...this.#pairs].map(
      ([pair, count]) => [Math.floor(pair / MOST_ENTITIES), pair % MOST_ENTITIES, count] as const,
    );
    return { units: this.#units, entities: this.#entities.map(({ key, units }) => [key, units] as const), pairs };
  }

  /** The most frequent pair first, then by code point of the two keys. */
  finish(): PairFigures[] {
    const figures = [...this.#pairs].map(([pair, count]) => this.#figures(pair, count));
    return figures
      .sort(
        (a, b) =>
          b.figures.count - a.figures.count ||
          compareCodePoints(a.source, b.source) ||
          compareCodePoints(a.target, b.target),
      )
      .map(({ figures: pair }) => pair);
  }

  #countUnit(mentions: Iterable<Mention>): void {
    const present = [...this.#stretches(mentions)];
    for (const [place, [a, one]] of present.entries()) {
      this.#entities[a].units++;
      for (let next = place + 1; next < present.length; next++) {
        const [b, other] = present[next];
        if (one.firstEnd <= other.lastStart || other.firstEnd <= one.lastStart) this.#countPair(a, b, 1);
      }
    }
  }

  #stretches(mentions: Iterable<Mention>): Map<number, Stretch> {
    const stretches = new Map<number, Stretch>();
    const segments = new Map<Mention['segment'], number>();
    for (const mention of mentions) {
      const key = entityKey(mention);
      if (!key) continue;
      const base = segments.get(mention.segment) ?? segments.size * SEGMENT;
      segments.set(mention.segment, base);
      const number = this.#number(key);
      const [start, end] = [base + mention.start, base + mention.end];
      const known = stretches.get(number);
      if (!known) stretches.set(number, { firstEnd: end, lastStart: start });
      else {
        known.firstEnd = Math.min(known.firstEnd, end);
        known.lastStart = Math.max(known.lastStart, start);
      }
    }
    return stretches;
  }

  #countPair(a: number, b: number, count: number): void {
    const pair = Math.min(a, b) * MOST_ENTITIES + Math.max(a, b);
    this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + count);
  }

  #number(key: EntityKey): number {
    const text = keyText(key);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#entities.push({ key, text, units: 0 }) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  #figures(pair: number, count: number): { source: string; target: string; figures: PairFigures } {
    const ends = [this.#entities[Math.floor(pair / MOST_ENTITIES)], this.#entities[pair % MOST_ENTITIES]];
    const [source, target] = ends.sort((a, b) => compareCodePoints(a.text, b.text));
    const figures = {
      source: source.key,
      target: target.key,
      count,
      sourceUnits: source.units,
      targetUnits: target.units,
      jaccard: count / (source.units + target.units - count),
      pmi: mutualInformation({ o: count, r: source.units, f: target.units, n: this.#units }) ?? 0,
    };
    return { source: source.text, target: target.text, figures };
  }
}
