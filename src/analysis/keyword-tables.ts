/**
 * Keywords with all that needs to know where words stand: n-grams, parts of speech, dispersion, tf-idf, a table for
 * every article, month or source. It keeps two numbers per token, so it is asked for by options; plain counts are
 * those of keywords.ts. Only rows that are shown get a label: most n-grams occur once.
 */
import type { Article } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import { averageReducedFrequency, type Dispersion, dispersionOf } from './dispersion.ts';
import { atLeastAsGreat } from './first-rows.ts';
import type { WordFrequency } from './keywords.ts';
import { inverseDocumentFrequency } from './measures.ts';
import { UnitStream } from './unit-stream.ts';
import type { Units } from './units.ts';

/** What tables are asked for. `group` names the table of an article; without it there is one for all. */
export interface TableOptions {
  readonly group?: (article: Article) => string;
  readonly dispersion: boolean;
}

export type TableSort = 'count' | 'articles' | 'tfidf' | 'dp' | 'dpNorm' | 'juillandD' | 'arf' | 'label';

/** Which rows of each table are wanted: the first `top` (0 for all) by `sort`, the greatest first, labels in order. */
export interface Selection {
  readonly minCount: number;
  readonly minArticles: number;
  readonly sort: TableSort;
  readonly top: number;
}

export interface SpreadFigures extends Dispersion {
  readonly arf: number;
}

/** A row with the figures of its table. `tfIdf` is count × idf, the documents of the idf being those of the corpus. */
export interface TableRow extends WordFrequency {
  readonly tfIdf: number;
  readonly dispersion?: SpreadFigures;
}

/** One table: the words of a group of articles. */
export interface KeywordTable {
  readonly group: string | undefined;
  readonly tokens: number;
  readonly articles: number;
  readonly rows: readonly TableRow[];
}

/** A unit of a table before it has a label: its figures, and where its occurrences stand in the table's list. */
interface Candidate {
  readonly unit: number;
  readonly count: number;
  readonly articles: number;
  readonly from: number;
  readonly tfIdf: number;
  readonly dispersion: SpreadFigures | undefined;
}

/** Articles of a table with what their occurrences need: sizes in words, and the words before each. */
interface Members {
  readonly articles: readonly number[];
  readonly sizes: readonly number[];
  readonly offsets: readonly number[];
  readonly tokens: number;
}

/** The occurrences of a table by unit: those of one unit stand together, in the order of the text. */
interface Occurrences {
  readonly occurrence: Uint32Array;
  /** Index among the table's articles. */
  readonly article: Uint32Array;
}

/** Collects the units of a corpus article by article; articles come in path order, on which ARF depends. */
export class KeywordTables {
  readonly #stream: UnitStream;
  readonly #options: TableOptions;
  readonly #groups: string[] = [];

  constructor(units: Units, options: TableOptions) {
    this.#stream = new UnitStream(units);
    this.#options = options;
  }

  add(reading: Reading): void {
    this.#stream.add(reading);
    this.#groups.push(this.#options.group?.(reading.article) ?? '');
  }

  /** The tables in code-point order of their groups. */
  finish(selection: Selection): KeywordTable[] {
    const members = new Map<string, number[]>();
    for (const [article, group] of this.#groups.entries()) {
      const list = members.get(group);
      if (list) list.push(article);
      else members.set(group, [article]);
    }
    const frequencies = this.#stream.documentFrequencies();
    return [...members]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([group, articles]) => this.#table(this.#options.group && group, articles, frequencies, selection));
  }

  #table(
    group: string | undefined,
    articles: readonly number[],
    frequencies: readonly number[],
    selection: Selection,
  ): KeywordTable {
    const members = this.#members(articles);
    const [candidates, occurrences] = this.#candidates(members, frequencies, selection);
    const rows = chosen(candidates, selection).map(candidate => this.#row(candidate, occurrences));
    const limit = selection.top === 0 ? rows.length : selection.top;
    return {
      group,
      tokens: members.tokens,
      articles: articles.length,
      rows: rows.sort(order(selection.sort)).slice(0, limit),
    };
  }

  #members(articles: readonly number[]): Members {
    const sizes = articles.map(article => this.#stream.words[article]);
    const offsets: number[] = [];
    let tokens = 0;
    for (const size of sizes) {
      offsets.push(tokens);
      tokens += size;
    }
    return { articles, sizes, offsets, tokens };
  }

  #candidates(members: Members, frequencies: readonly number[], selection: Selection): [Candidate[], Occurrences] {
    const stream = this.#stream;
    const { counts, articles } = this.#counts(members);
    const starts = new Map<number, number>();
    let total = 0;
    for (const [unit, count] of counts) {
      if (count < selection.minCount || articles.get(unit)! < selection.minArticles) continue;
      starts.set(unit, total);
      total += count;
    }
    const occurrences = { occurrence: new Uint32Array(total), article: new Uint32Array(total) };
    const next = new Map(starts);
    for (const [index, article] of members.articles.entries()) {
      for (let at = stream.first(article); at < stream.end(article); at++) {
        const unit = stream.unit(at);
        const place = next.get(unit);
        if (place === undefined) continue;
        occurrences.occurrence[place] = at;
        occurrences.article[place] = index;
        next.set(unit, place + 1);
      }
    }
    const candidates = [...starts].map(([unit, from]) => {
      const count = counts.get(unit)!;
      const tfIdf = count * inverseDocumentFrequency(stream.articles, frequencies[unit]);
      const dispersion = this.#options.dispersion ? this.#spread(from, count, occurrences, members) : undefined;
      return { unit, count, articles: articles.get(unit)!, from, tfIdf, dispersion };
    });
    return [candidates, occurrences];
  }

  #counts({ articles: members }: Members): { counts: Map<number, number>; articles: Map<number, number> } {
    const stream = this.#stream;
    const counts = new Map<number, number>();
    const articles = new Map<number, number>();
    const last = new Map<number, number>();
    for (const article of members) {
      for (let at = stream.first(article); at < stream.end(article); at++) {
        const unit = stream.unit(at);
        counts.set(unit, (counts.get(unit) ?? 0) + 1);
        if (last.get(unit) === article) continue;
        last.set(unit, article);
        articles.set(unit, (articles.get(unit) ?? 0) + 1);
      }
    }
    return { counts, articles };
  }

  #spread(from: number, count: number, { occurrence, article }: Occurrences, members: Members): SpreadFigures {
    const counts: number[] = [];
    const sizes: number[] = [];
    const positions: number[] = [];
    for (let at = from; at < from + count; at++) {
      if (at > from && article[at] === article[at - 1]) counts[counts.length - 1]++;
      else {
        counts.push(1);
        sizes.push(members.sizes[article[at]]);
      }
      positions.push(members.offsets[article[at]] + this.#stream.place(occurrence[at]));
    }
    const { tokens } = members;
    const smallest = members.sizes.reduce((least, size) => (size > 0 && size < least ? size : least), tokens);
    const figures = dispersionOf({ counts, sizes, articles: members.sizes.length, tokens, smallest });
    return { ...figures, arf: averageReducedFrequency(positions, tokens) };
  }

  #row({ count, articles, from, tfIdf, dispersion }: Candidate, { occurrence }: Occurrences): TableRow {
    const forms = new Map<number, number>();
    for (let at = from; at < from + count; at++) {
      const form = this.#stream.formUnit(occurrence[at]);
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    return { ...this.#stream.units.describe([...forms], articles), tfIdf, ...(dispersion && { dispersion }) };
  }
}

type Figures = Pick<Candidate, 'count' | 'articles' | 'tfIdf'> & { readonly dispersion?: SpreadFigures | undefined };

/** The figure by which rows are ordered; what cannot be said comes last. */
function figureOf({ count, articles, tfIdf, dispersion }: Figures, sort: TableSort): number {
  if (sort === 'count' || sort === 'label') return count;
  if (sort === 'articles') return articles;
  if (sort === 'tfidf') return tfIdf;
  return dispersion?.[sort] ?? Number.NEGATIVE_INFINITY;
}

/** Candidates that may be among the first rows: those no worse than the last of them. Ties are for the labels. */
function chosen(candidates: readonly Candidate[], { sort, top }: Selection): readonly Candidate[] {
  return sort === 'label' ? candidates : atLeastAsGreat(candidates, top, candidate => figureOf(candidate, sort));
}

function order(sort: TableSort): (a: TableRow, b: TableRow) => number {
  const byLabel = (a: TableRow, b: TableRow): number =>
    compareCodePoints(a.label, b.label) || compareCodePoints(a.lemma, b.lemma);
  if (sort === 'label') return byLabel;
  return (a, b) => {
    const [first, second] = [figureOf(a, sort), figureOf(b, sort)];
    return first === second ? b.count - a.count || byLabel(a, b) : second - first;
  };
}

/** What an article is grouped by: itself, the month of publication, or the source; empty when that is not known. */
export function groupOf(by: 'article' | 'month' | 'source'): (article: Article) => string {
  if (by === 'article') return ({ id }) => id;
  if (by === 'source') return ({ source }) => source ?? '';
  return ({ published }) => (published && published.date.length >= 7 ? published.date.slice(0, 7) : '');
}
