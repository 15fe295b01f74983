/** Size and health of a corpus: the figures of `statistics` and `check`. Formulas in docs/methods.md. */
import type { PartName } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import { grown } from '../text/grown.ts';
import { compareCodePoints } from '../text/order.ts';
import { sentenceStarts } from '../text/sentences.ts';
import type { LemmaOrigin } from '../text/stemmer.ts';
import type { WordIndex } from '../text/word-index.ts';
import type { Aggregate } from './aggregate.ts';
import { atLeastAsGreat } from './first-rows.ts';
import { Growth, type GrowthPartial, MATTR_WINDOW, zipfExponent } from './growth.ts';

/** One figure: a number, or null where it cannot be said (a mean of nothing). */
export interface Figure {
  readonly metric: string;
  readonly value: number | string | null;
  readonly meaning: string;
}

/** Plain data of the statistics of some articles. */
export interface StatisticsPartial {
  readonly forms: readonly (readonly [string, number])[];
  readonly mainArticles: number;
  readonly relatedArticles: number;
  readonly dated: number;
  readonly sentences: number;
  readonly wordsPerArticle: readonly number[];
  readonly sources: readonly (readonly [string, number])[];
  readonly encodings: readonly (readonly [string, number])[];
  readonly characters: readonly (readonly [PartName, number])[];
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly growth?: GrowthPartial;
}

/** Outcome: the figures in a fixed order, and the commonest words that the lexicon does not know. */
export interface Statistics {
  readonly figures: readonly Figure[];
  readonly unknown: readonly { readonly form: string; readonly count: number }[];
}

function tally<K>(map: Map<K, number>, key: K, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** The middle of sorted numbers, the mean of the two in the middle; null of none. */
export function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Gathers the statistics of articles. */
export class StatisticsCounts implements Aggregate<StatisticsPartial, Statistics> {
  readonly #index: WordIndex;
  #typeCounts = new Uint32Array(1 << 12);
  #main = 0;
  #related = 0;
  #dated = 0;
  #sentences = 0;
  readonly #words: number[] = [];
  readonly #sources = new Map<string, number>();
  readonly #encodings = new Map<string, number>();
  readonly #characters = new Map<PartName, number>();
  #first: string | null = null;
  #last: string | null = null;

  readonly #growth: Growth | undefined;

  /** `growth`: follow the vocabulary too (MATTR, Heaps, Zipf), at the cost of a second look at every token. */
  constructor(index: WordIndex, { growth = false } = {}) {
    this.#index = index;
    this.#growth = growth ? new Growth() : undefined;
  }

  add(reading: Reading): void {
    const { article, segments, vocabulary } = reading;
    this.#growth?.add(reading);
    if (article.kind === 'main') this.#main++;
    else this.#related++;
    if (article.published) {
      this.#dated++;
      this.#extendDates(article.published.date, article.published.date);
    }
    tally(this.#sources, article.source ?? '');
    tally(this.#encodings, article.document.encoding);
    for (const { part, start, end } of article.parts) tally(this.#characters, part, end - start);
    let words = 0;
    this.#typeCounts = grown(this.#typeCounts, vocabulary.size);
    const counts = this.#typeCounts;
    for (const { tokens } of segments) {
      this.#sentences += sentenceStarts(tokens, vocabulary).length;
      for (let i = 0; i < tokens.count; i++) {
        const type = tokens.types[i];
        if (!vocabulary.isWord(type)) continue;
        words++;
        counts[type]++;
      }
    }
    this.#words.push(words);
  }

  /** Windows of MATTR and the sum of their ratios so far; none where growth is not followed. */
  growth(): GrowthPartial {
    return this.#growth?.partial() ?? { windows: 0, ratios: 0 };
  }

  merge(other: StatisticsPartial): void {
    for (const [form, count] of other.forms) {
      const type = this.#index.vocabulary.internWord(form);
      this.#typeCounts = grown(this.#typeCounts, type);
      this.#typeCounts[type] += count;
    }
    this.#main += other.mainArticles;
    this.#related += other.relatedArticles;
    this.#dated += other.dated;
    this.#sentences += other.sentences;
    for (const words of other.wordsPerArticle) this.#words.push(words);
    for (const [name, count] of other.sources) tally(this.#sources, name, count);
    for (const [name, count] of other.encodings) tally(this.#encodings, name, count);
    for (const [part, count] of other.characters) tally(this.#characters, part, count);
    if (other.growth) this.#growth?.merge(other.growth);
    if (other.firstDate !== null && other.lastDate !== null) this.#extendDates(other.firstDate, other.lastDate);
  }

  partial(): StatisticsPartial {
    return {
      forms: [...this.#countsByForm()].map(([type, count]) => [this.#index.vocabulary.form(type), count]),
      mainArticles: this.#main,
      relatedArticles: this.#related,
      dated: this.#dated,
      sentences: this.#sentences,
      wordsPerArticle: this.#words,
      sources: [...this.#sources],
      encodings: [...this.#encodings],
      characters: [...this.#characters],
      firstDate: this.#first,
      lastDate: this.#last,
      ...(this.#growth && { growth: this.#growth.partial() }),
    };
  }

  /** @param unknownTypes how many of the commonest words that the lexicon does not know are named; 0 names none */
  finish(unknownTypes = 0): Statistics {
    const forms = this.#countsByForm();
    const lemmas = new Set<number>();
    const origins = new Map<LemmaOrigin, number>();
    const unknown: { type: number; count: number }[] = [];
    let tokens = 0;
    let hapaxes = 0;
    for (const [type, count] of forms) {
      const origin = this.#index.origin(type);
      lemmas.add(this.#index.lemmaId(type));
      tally(origins, origin, count);
      if (origin !== 'lexicon') unknown.push({ type, count });
      tokens += count;
      if (count === 1) hapaxes++;
    }
    const articles = this.#main + this.#related;
    const figure = (metric: string, value: number | string | null, meaning: string): Figure => ({
      metric,
      value,
      meaning,
    });
    const sorted = this.#words.sort((a, b) => a - b);
    const furniture = this.#characters.get('furniture') ?? 0;
    const characters = [...this.#characters.values()].reduce((sum, count) => sum + count, 0);
    const figures = [
      figure('articles', articles, 'articles that were counted'),
      figure('articles.main', this.#main, 'main articles'),
      figure('articles.related', this.#related, 'related articles embedded in pages'),
      figure('tokens', tokens, 'running words of the counted parts'),
      figure('types', forms.size, 'distinct orthographic forms'),
      figure('lemmas', lemmas.size, 'distinct lemmas'),
      figure('hapaxes', hapaxes, 'types that occur once'),
      figure(
        'ttr',
        tokens === 0 ? null : forms.size / tokens,
        'types per token (falls with size: compare equal sizes only)',
      ),
      ...(this.#growth
        ? [
            figure(
              'mattr',
              this.#growth.mattr(),
              `mean share of types in windows of ${MATTR_WINDOW} words of an article`,
            ),
            figure(
              'heaps',
              this.#growth.heapsExponent(),
              "Heaps' exponent: how fast new types come as the corpus grows",
            ),
            figure('zipf', zipfExponent([...forms.values()]), "Zipf's exponent: how fast frequency falls with rank"),
          ]
        : []),
      figure('sentences', this.#sentences, 'sentences'),
      figure('words.per.article.mean', articles === 0 ? null : tokens / articles, 'mean words per article'),
      figure('words.per.article.median', median(sorted), 'median words per article'),
      figure(
        'words.per.sentence.mean',
        this.#sentences === 0 ? null : tokens / this.#sentences,
        'mean words per sentence',
      ),
      figure('date.known', this.#dated, 'articles with a publication date'),
      figure('date.missing.percent', share(articles - this.#dated, articles), 'articles without a publication date'),
      figure('date.first', this.#first, 'earliest publication date'),
      figure('date.last', this.#last, 'latest publication date'),
      figure('sources', [...this.#sources.keys()].filter(name => name !== '').length, 'distinct sources'),
      figure('furniture.percent', share(furniture, characters), 'characters of the pages that belong to no article'),
      figure('lexicon.percent', share(origins.get('lexicon') ?? 0, tokens), 'tokens whose lemma the lexicon gave'),
      figure('rule.percent', share(origins.get('rule') ?? 0, tokens), 'tokens whose lemma a rule gave'),
      figure('unknown.percent', share(origins.get('unknown') ?? 0, tokens), 'tokens that stand for themselves'),
      ...[...this.#encodings]
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([name, count]) => figure(`encoding.${name}`, count, `articles read as ${name}`)),
    ];
    return { figures, unknown: this.#commonest(unknown, unknownTypes) };
  }

  /** Counts by the type of the orthographic form: types that differ in marks alone are one. */
  #countsByForm(): Map<number, number> {
    const { vocabulary } = this.#index;
    const counts = new Map<number, number>();
    for (const [type, count] of this.#typeCounts.entries())
      if (count > 0) tally(counts, vocabulary.formType(type), count);
    return counts;
  }

  #commonest(types: { type: number; count: number }[], most: number): Statistics['unknown'] {
    if (most === 0) return [];
    const named = atLeastAsGreat(types, most, ({ count }) => count).map(({ type, count }) => ({
      form: this.#index.vocabulary.form(type),
      count,
    }));
    return named.sort((a, b) => b.count - a.count || compareCodePoints(a.form, b.form)).slice(0, most);
  }

  #extendDates(first: string, last: string): void {
    if (this.#first === null || first < this.#first) this.#first = first;
    if (this.#last === null || last > this.#last) this.#last = last;
  }
}
