/**
 * What each article contributes to each figure. A figure that failed is explained by the articles that moved it most:
 * those without which it would differ most. For that every figure is a sum over articles, or a ratio of two sums.
 */
import type { Reading } from '../../article/reading.ts';
import type { WordIndex } from '../../text/word-index.ts';

/** What is noted of an article. `one` is 1 for every article. */
export const NOTES = [
  'one',
  'main',
  'related',
  'words',
  'sentences',
  'dated',
  'undated',
  'furniture',
  'characters',
  'lexicon',
  'rule',
  'unknown',
  'newTypes',
  'newLemmas',
  'times',
  'undatedTimes',
] as const;
export type Note = (typeof NOTES)[number];

/** Sums behind a figure: the note that is summed, and the one it is divided by. */
export type Sums = readonly [numerator: Note, denominator?: Note];

/** The sums of every fixed figure that is one; dates, medians and sources are explained in other ways or not at all. */
export const FIGURE_SUMS: ReadonlyMap<string, Sums> = new Map<string, Sums>([
  ['articles', ['one']],
  ['articles.main', ['main']],
  ['articles.related', ['related']],
  ['tokens', ['words']],
  ['types', ['newTypes']],
  ['hapaxes', ['newTypes']],
  ['lemmas', ['newLemmas']],
  ['ttr', ['newTypes', 'words']],
  ['mattr', ['newTypes', 'words']],
  ['sentences', ['sentences']],
  ['words.per.article.mean', ['words', 'one']],
  ['words.per.article.median', ['words', 'one']],
  ['words.per.sentence.mean', ['words', 'sentences']],
  ['date.known', ['dated']],
  ['date.missing.percent', ['undated', 'one']],
  ['furniture.percent', ['furniture', 'characters']],
  ['lexicon.percent', ['lexicon', 'words']],
  ['rule.percent', ['rule', 'words']],
  ['unknown.percent', ['unknown', 'words']],
  ['timeline.mentions', ['times']],
  ['timeline.undated', ['undatedTimes']],
  ['timeline.undated.percent', ['undatedTimes', 'times']],
]);

/** Where an article stands. */
export interface ArticlePlace {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly published: string | null;
}

/** Contributions of all articles, one row of numbers each. Watched words and entities have columns behind the notes. */
export class Ledger {
  readonly places: ArticlePlace[] = [];
  readonly #columns = new Map<string, Float64Array>();
  #size = 0;

  /** Begins the row of the next article. */
  begin({ article }: Reading): void {
    const { id, path, line, published } = article;
    this.places.push({ article: id, path, line, published: published?.date ?? null });
    this.#size++;
  }

  /** Adds to a column in the row of the article at hand. */
  add(column: string, value: number): void {
    if (value === 0) return;
    let values = this.#columns.get(column);
    if (!values || values.length < this.#size) {
      const larger = new Float64Array(Math.max(1024, this.#size * 2));
      if (values) larger.set(values);
      this.#columns.set(column, (values = larger));
    }
    values[this.#size - 1] += value;
  }

  /** Value of a column for the article of an index. */
  at(column: string, index: number): number {
    return this.#columns.get(column)?.[index] ?? 0;
  }

  /** Sum of a column. */
  total(column: string): number {
    let sum = 0;
    for (const value of this.#columns.get(column) ?? []) sum += value;
    return sum;
  }

  /**
   * How far each article moves a ratio of two columns (or a sum): the figure with it less the figure without it, in
   * units of the ratio. In the order of reading.
   */
  influences(numerator: string, denominator?: string): number[] {
    if (denominator === undefined) return this.places.map((_, index) => this.at(numerator, index));
    const [above, below] = [this.total(numerator), this.total(denominator)];
    if (below === 0) return this.places.map(() => 0);
    return this.places.map((_, index) => {
      const rest = below - this.at(denominator, index);
      return above / below - (rest === 0 ? 0 : (above - this.at(numerator, index)) / rest);
    });
  }
}

/** Notes words of an article: by origin of their lemma, and which types and lemmas it is the first to use. */
export class WordNotes {
  readonly #index: WordIndex;
  readonly #types: boolean[] = [];
  readonly #lemmas: boolean[] = [];

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** Writes the row of the article at hand. `watched`: names of columns by lemma id. */
  note(reading: Reading, ledger: Ledger, watched: ReadonlyMap<number, string>): void {
    const origins = { lexicon: 0, rule: 0, unknown: 0 };
    let [words, types, lemmas] = [0, 0, 0];
    for (const { tokens } of reading.segments) {
      for (let i = 0; i < tokens.count; i++) {
        const type = tokens.types[i];
        if (!reading.vocabulary.isWord(type)) continue;
        words++;
        origins[this.#index.origin(type)]++;
        const lemma = this.#index.lemmaId(type);
        if (!this.#types[type]) types++;
        if (!this.#lemmas[lemma]) lemmas++;
        this.#types[type] = true;
        this.#lemmas[lemma] = true;
        const column = watched.get(lemma);
        if (column !== undefined) ledger.add(column, 1);
      }
    }
    for (const [origin, count] of Object.entries(origins)) ledger.add(origin, count);
    ledger.add('words', words);
    ledger.add('newTypes', types);
    ledger.add('newLemmas', lemmas);
  }
}
