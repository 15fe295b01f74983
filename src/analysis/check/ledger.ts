/**
 * What each article contributes to each figure. A figure that failed is explained by the articles that moved it most:
 * those without which it would differ most. For that every figure is a sum over articles, or a ratio of two sums.
 */
import type { Reading } from '../../article/reading.ts';
import type { WordIndex } from '../../text/word-index.ts';

/** What is noted of an article. `one` is 1 for every article; what is its own no other article has. */
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
  'ownTypes',
  'ownLemmas',
  'ownHapaxes',
  'windows',
  'windowRatios',
  'ownSources',
  'times',
  'undatedTimes',
  'ownDates',
] as const;
export type Note = (typeof NOTES)[number];

/**
 * Sums behind a figure: the note that is summed, and the one it is divided by. `whole`: the note whose sum stands above
 * the line where the numerator only says what would be gone with an article.
 */
export type Sums = readonly [numerator: Note, denominator?: Note, whole?: Note];

/** The sums of every fixed figure that is one, or follows one; dates and exponents are explained in other ways or not. */
export const FIGURE_SUMS: ReadonlyMap<string, Sums> = new Map<string, Sums>([
  ['articles', ['one']],
  ['articles.main', ['main']],
  ['articles.related', ['related']],
  ['tokens', ['words']],
  ['types', ['ownTypes']],
  ['hapaxes', ['ownHapaxes']],
  ['lemmas', ['ownLemmas']],
  ['ttr', ['ownTypes', 'words', 'newTypes']],
  ['mattr', ['windowRatios', 'windows']],
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
  ['sources', ['ownSources']],
  ['timeline.mentions', ['times']],
  ['timeline.dates', ['ownDates']],
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

  /** Number of articles. */
  get size(): number {
    return this.#size;
  }

  /** Adds to a column in the row of the article at hand, or of the one at an index. */
  add(column: string, value: number, index = this.#size - 1): void {
    if (value === 0) return;
    let values = this.#columns.get(column);
    if (!values || values.length < this.#size) {
      const larger = new Float64Array(Math.max(1024, this.#size * 2));
      if (values) larger.set(values);
      this.#columns.set(column, (values = larger));
    }
    values[index] += value;
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
   * units of the ratio. In the order of reading. `whole`: see {@link Sums}.
   */
  influences(numerator: string, denominator?: string, whole: string = numerator): number[] {
    if (denominator === undefined) return this.places.map((_, index) => this.at(numerator, index));
    const [above, below] = [this.total(whole), this.total(denominator)];
    if (below === 0) return this.places.map(() => 0);
    return this.places.map((_, index) => {
      const rest = below - this.at(denominator, index);
      return above / below - (rest === 0 ? 0 : (above - this.at(numerator, index)) / rest);
    });
  }
}

const SHARED = -1;

/** Whose a thing is (a type, a lemma, a date, by number): an article's alone, or shared by several. */
export class Owners {
  /** By number: one more than the index of the article. */
  readonly #owners: number[] = [];

  /** Notes that the article has it; false when any article had it before. */
  meet(thing: number, article: number): boolean {
    const owner = this.#owners[thing] ?? 0;
    if (owner === 0) this.#owners[thing] = article + 1;
    else if (owner !== article + 1) this.#owners[thing] = SHARED;
    return owner === 0;
  }

  /** It is nobody's own: a type that occurs again is no hapax. */
  share(thing: number): void {
    this.#owners[thing] = SHARED;
  }

  /** Counts in a column how many things are an article's own. */
  write(ledger: Ledger, column: Note): void {
    for (const owner of this.#owners) if (owner > 0) ledger.add(column, 1, owner - 1);
  }
}

/** Like {@link Owners} for things with names. */
export class NamedOwners {
  readonly #numbers = new Map<string, number>();
  readonly #owners = new Owners();

  /** Number of distinct things. */
  get size(): number {
    return this.#numbers.size;
  }

  meet(name: string, article: number): void {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#numbers.size));
    this.#owners.meet(number, article);
  }

  write(ledger: Ledger, column: Note): void {
    this.#owners.write(ledger, column);
  }
}

/** Notes words of an article: by origin of their lemma, and which types and lemmas no other article has. */
export class WordNotes {
  readonly #index: WordIndex;
  readonly #types = new Owners();
  readonly #lemmas = new Owners();
  readonly #hapaxes = new Owners();

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** Writes the row of the article at hand. `watched`: names of columns by lemma id. */
  note(reading: Reading, ledger: Ledger, watched: ReadonlyMap<number, string>): void {
    const origins = { lexicon: 0, rule: 0, unknown: 0 };
    const article = ledger.size - 1;
    let [words, newTypes] = [0, 0];
    for (const { tokens } of reading.segments) {
      for (let i = 0; i < tokens.count; i++) {
        const type = tokens.types[i];
        if (!reading.vocabulary.isWord(type)) continue;
        words++;
        origins[this.#index.origin(type)]++;
        const lemma = this.#index.lemmaId(type);
        if (this.#types.meet(type, article)) newTypes++;
        if (!this.#hapaxes.meet(type, article)) this.#hapaxes.share(type);
        this.#lemmas.meet(lemma, article);
        const column = watched.get(lemma);
        if (column !== undefined) ledger.add(column, 1);
      }
    }
    for (const [origin, count] of Object.entries(origins)) ledger.add(origin, count);
    ledger.add('words', words);
    ledger.add('newTypes', newTypes);
  }

  /** What is an article's own is known when all are read. */
  write(ledger: Ledger): void {
    this.#types.write(ledger, 'ownTypes');
    this.#lemmas.write(ledger, 'ownLemmas');
    this.#hapaxes.write(ledger, 'ownHapaxes');
  }
}
