/**
 * Keywords with all that needs to know where words stand: n-grams, parts of speech, dispersion, tf-idf, a table for
 * every article, month or source. It keeps two numbers per token, so it is asked for by options; plain counts are
 * those of keywords.ts.
 */
import type { Article } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import { averageReducedFrequency, type Dispersion, dispersionOf } from './dispersion.ts';
import type { WordFrequency } from './keywords.ts';
import { inverseDocumentFrequency } from './measures.ts';
import type { Units } from './units.ts';

/** What tables are asked for. `group` names the table of an article; without it there is one for all. */
export interface TableOptions {
  readonly group?: (article: Article) => string;
  readonly dispersion: boolean;
}

/** A row with the figures of its table. `tfIdf` is count × idf, the documents of the idf being those of the corpus. */
export interface TableRow extends WordFrequency {
  readonly tfIdf: number;
  readonly dispersion?: Dispersion & { readonly arf: number };
}

/** One table: the words of a group of articles by count. */
export interface KeywordTable {
  readonly group: string | undefined;
  readonly tokens: number;
  readonly articles: number;
  readonly rows: readonly TableRow[];
}

class Numbers {
  #values = new Uint32Array(1 << 12);
  length = 0;
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }
  at(index: number): number {
    return this.#values[index];
  }
}

/** Where the occurrences of one unit stand within a table. */
interface Tally {
  readonly forms: Map<number, number>;
  /** Per article with the unit: its index in the table and the count there. */
  readonly articles: number[];
  readonly counts: number[];
  readonly positions: number[];
}

/** Collects the units of a corpus article by article; articles come in path order, on which ARF depends. */
export class KeywordTables {
  readonly #units: Units;
  readonly #options: TableOptions;
  readonly #stream = new Numbers();
  /** Index of the unit's first word within its article. */
  readonly #places = new Numbers();
  readonly #ends: number[] = [];
  readonly #words: number[] = [];
  readonly #groups: string[] = [];

  constructor(units: Units, options: TableOptions) {
    this.#units = units;
    this.#options = options;
  }

  add({ article, segments, vocabulary }: Reading): void {
    let words = 0;
    for (const segment of segments) {
      const before = words;
      this.#units.each(segment, (formUnit, word) => {
        this.#stream.push(formUnit);
        this.#places.push(before + word);
      });
      const { types, count } = segment.tokens;
      for (let i = 0; i < count; i++) if (vocabulary.isWord(types[i])) words++;
    }
    this.#ends.push(this.#stream.length);
    this.#words.push(words);
    this.#groups.push(this.#options.group?.(article) ?? '');
  }

  /** The tables in code-point order of their groups, rows by count. */
  finish(): KeywordTable[] {
    const members = new Map<string, number[]>();
    for (const [article, group] of this.#groups.entries()) {
      const list = members.get(group);
      if (list) list.push(article);
      else members.set(group, [article]);
    }
    const frequencies = this.#documentFrequencies();
    return [...members]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([group, articles]) => this.#table(this.#options.group ? group : undefined, articles, frequencies));
  }

  /** Articles of the corpus with each unit. */
  #documentFrequencies(): Map<number, number> {
    const frequencies = new Map<number, number>();
    const last = new Map<number, number>();
    for (let article = 0, at = 0; article < this.#ends.length; article++) {
      for (; at < this.#ends[article]; at++) {
        const unit = this.#units.unit(this.#stream.at(at));
        if (last.get(unit) === article) continue;
        last.set(unit, article);
        frequencies.set(unit, (frequencies.get(unit) ?? 0) + 1);
      }
    }
    return frequencies;
  }

  #table(
    group: string | undefined,
    articles: readonly number[],
    frequencies: ReadonlyMap<number, number>,
  ): KeywordTable {
    const sizes = articles.map(article => this.#words[article]);
    const tokens = sizes.reduce((sum, size) => sum + size, 0);
    const rows = [...this.#tallies(articles)].map(([unit, tally]) => {
      const row = this.#units.describe([...tally.forms], tally.articles.length);
      const tfIdf = row.count * inverseDocumentFrequency(this.#ends.length, frequencies.get(unit)!);
      return { ...row, tfIdf, ...(this.#options.dispersion ? { dispersion: spread(tally, sizes, tokens) } : {}) };
    });
    rows.sort(
      (a, b) => b.count - a.count || compareCodePoints(a.label, b.label) || compareCodePoints(a.lemma, b.lemma),
    );
    return { group, tokens, articles: articles.length, rows };
  }

  #tallies(articles: readonly number[]): Map<number, Tally> {
    const tallies = new Map<number, Tally>();
    let offset = 0;
    for (const [index, article] of articles.entries()) {
      for (let at = this.#ends[article - 1] ?? 0; at < this.#ends[article]; at++) {
        const formUnit = this.#stream.at(at);
        const unit = this.#units.unit(formUnit);
        let tally = tallies.get(unit);
        if (!tally) tallies.set(unit, (tally = { forms: new Map(), articles: [], counts: [], positions: [] }));
        tally.forms.set(formUnit, (tally.forms.get(formUnit) ?? 0) + 1);
        if (tally.articles.at(-1) === index) tally.counts[tally.counts.length - 1]++;
        else {
          tally.articles.push(index);
          tally.counts.push(1);
        }
        if (this.#options.dispersion) tally.positions.push(offset + this.#places.at(at));
      }
      offset += this.#words[article];
    }
    return tallies;
  }
}

function spread(
  { articles, counts, positions }: Tally,
  sizes: readonly number[],
  tokens: number,
): Dispersion & { arf: number } {
  const smallest = sizes.reduce((least, size) => (size > 0 && size < least ? size : least), tokens);
  const own = articles.map(article => sizes[article]);
  return {
    ...dispersionOf({ counts, sizes: own, articles: sizes.length, tokens, smallest }),
    arf: averageReducedFrequency(positions, tokens),
  };
}

/** What an article is grouped by: itself, the month of publication, or the source; empty when that is not known. */
export function groupOf(by: 'article' | 'month' | 'source'): (article: Article) => string {
  if (by === 'article') return ({ id }) => id;
  if (by === 'source') return ({ source }) => source ?? '';
  return ({ published }) => (published && published.date.length >= 7 ? published.date.slice(0, 7) : '');
}
