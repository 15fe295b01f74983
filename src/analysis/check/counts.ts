/** The figures that checks speak of, and which articles moved them. One pass over the articles. */
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';
import { compareCodePoints } from '../../text/order.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import type { WordIndex } from '../../text/word-index.ts';
import { whenOf } from '../calendar-stretch.ts';
import type { Finding } from '../check.ts';
import { entityKey } from '../entity-key.ts';
import { type Figure, StatisticsCounts } from '../statistics.ts';
import type { LocatedTime } from '../times.ts';
import type { Value } from './expression.ts';
import { type ArticlePlace, FIGURE_SUMS, Ledger, WordNotes } from './ledger.ts';
import type { Metric } from './metric.ts';

/** An article that moved a figure: by how much, in the figure's unit; absent where the figure is a date. */
export interface Mover extends ArticlePlace {
  readonly by?: number;
}

const SCALES: readonly (readonly [suffix: string, scale: number])[] = [
  ['.percent', 100],
  ['.perMillion', 1e6],
];

function scaleOf(metric: string): number {
  return SCALES.find(([suffix]) => metric.endsWith(suffix))?.[1] ?? 1;
}

type EntityMetric = Extract<Metric, { kind: 'entity' }>;

function columnOf(metric: Metric): string {
  if (metric.kind === 'keyword') return `keyword.${metric.word}`;
  return metric.kind === 'entity' ? `entity.${metric.type}.${metric.id}` : metric.name;
}

/** Gathers the figures of a corpus. Words and entities that metrics name are watched. */
export class CheckCounts {
  readonly #index: WordIndex;
  readonly #statistics: StatisticsCounts;
  readonly #words: WordNotes;
  readonly #ledger = new Ledger();
  readonly #metrics: readonly Metric[];
  /** Column of a watched word by its lemma's id; words of one lemma share a column. */
  readonly #watched = new Map<number, string>();
  readonly #columns = new Map<string, string>();
  readonly #entities: ReadonlyMap<string, EntityMetric>;
  readonly #dates = new Set<string>();
  #firstDay: string | null = null;
  #lastDay: string | null = null;

  constructor(index: WordIndex, metrics: readonly Metric[]) {
    this.#index = index;
    this.#statistics = new StatisticsCounts(index, { growth: true });
    this.#words = new WordNotes(index);
    this.#metrics = metrics;
    for (const metric of metrics) if (metric.kind === 'keyword') this.#watch(columnOf(metric), metric.word);
    const entities = metrics.filter((metric): metric is EntityMetric => metric.kind === 'entity');
    this.#entities = new Map(entities.map(metric => [`${metric.type}\t${metric.id}`, metric]));
  }

  /** Takes an article with its time expressions and, where a metric names an entity, its mentions. */
  add(reading: Reading, times: readonly LocatedTime[], mentions: readonly Mention[]): void {
    this.#statistics.add(reading);
    this.#ledger.begin(reading);
    this.#noteArticle(reading);
    this.#words.note(reading, this.#ledger, this.#watched);
    for (const time of times) this.#noteTime(time);
    for (const mention of mentions) this.#noteMention(mention);
  }

  /** All figures by name, those of `facts` (what only the run knows) among them. */
  figures(facts: readonly Figure[]): Map<string, Value> {
    const figures = new Map<string, Value>();
    for (const { metric, value } of [...this.#statistics.finish().figures, ...this.timeFigures(), ...facts])
      figures.set(metric, value);
    for (const metric of this.#metrics) {
      if (metric.kind !== 'figure' && !figures.has(metric.name)) figures.set(metric.name, this.#watchedFigure(metric));
    }
    return figures;
  }

  /** The articles that moved a figure most towards its failure, at most `limit`. */
  movers({ metric: name, direction }: Finding, limit: number): Mover[] {
    if (name === 'date.first' || name === 'date.last') return this.#extremes(name === 'date.first', limit);
    const sums = this.#sumsOf(name);
    if (!sums) return [];
    const [numerator, denominator] = sums;
    const influences = this.#ledger.influences(numerator, denominator);
    const weight = (by: number): number =>
      denominator === undefined || direction === 0 ? Math.abs(by) : by * direction;
    const moved = influences
      .map((by, index) => ({ by: by * scaleOf(name), index }))
      .filter(({ by }) => weight(by) > 0)
      .sort((a, b) => weight(b.by) - weight(a.by) || a.index - b.index)
      .slice(0, limit)
      .map(({ by, index }) => ({ ...this.#ledger.places[index], by }));
    // Nothing of it anywhere (a crawl of menus has no word of text): any article shows what is wrong.
    return moved.length > 0 || direction >= 0 ? moved : this.#ledger.places.slice(0, limit);
  }

  #watch(column: string, word: string): void {
    const lemma = this.#index.lemmaId(this.#index.vocabulary.internWord(word));
    const shared = this.#watched.get(lemma) ?? column;
    this.#watched.set(lemma, shared);
    this.#columns.set(column, shared);
  }

  #column(metric: Metric): string {
    const column = columnOf(metric);
    return this.#columns.get(column) ?? column;
  }

  #noteArticle({ article, segments, vocabulary }: Reading): void {
    const ledger = this.#ledger;
    ledger.add('one', 1);
    ledger.add(article.kind, 1);
    ledger.add(article.published ? 'dated' : 'undated', 1);
    ledger.add(`encoding.${article.document.encoding}`, 1);
    for (const { tokens } of segments) ledger.add('sentences', sentenceStarts(tokens, vocabulary).length);
    for (const { part, start, end } of article.parts) {
      ledger.add('characters', end - start);
      if (part === 'furniture') ledger.add('furniture', end - start);
    }
  }

  #noteTime({ mention: { type, value, invalid } }: LocatedTime): void {
    if (type === 'DURATION' || type === 'SET') return;
    this.#ledger.add('times', 1);
    const when = invalid ? null : whenOf(value);
    if (!when) {
      this.#ledger.add('undatedTimes', 1);
      return;
    }
    this.#dates.add(when.end === undefined ? when.date : `${when.date}/${when.end}`);
    if (this.#firstDay === null || when.date < this.#firstDay) this.#firstDay = when.date;
    const last = when.end ?? when.date;
    if (this.#lastDay === null || last > this.#lastDay) this.#lastDay = last;
  }

  #noteMention(mention: Mention): void {
    const key = entityKey(mention);
    const metric = key && this.#entities.get(`${key.type}\t${key.id}`);
    if (metric) this.#ledger.add(columnOf(metric), 1);
  }

  /** Figures of the time expressions. */
  timeFigures(): Figure[] {
    const [all, undated] = [this.#ledger.total('times'), this.#ledger.total('undatedTimes')];
    return [
      { metric: 'timeline.mentions', value: all, meaning: 'time expressions that name a date or an interval' },
      { metric: 'timeline.dates', value: this.#dates.size, meaning: 'distinct dates and intervals they name' },
      { metric: 'timeline.first', value: this.#firstDay, meaning: 'earliest of them' },
      { metric: 'timeline.last', value: this.#lastDay, meaning: 'latest of them' },
      { metric: 'timeline.undated', value: undated, meaning: 'time expressions whose date is not known' },
      {
        metric: 'timeline.undated.percent',
        value: all === 0 ? null : (undated / all) * 100,
        meaning: 'share of time expressions whose date is not known',
      },
    ];
  }

  #watchedFigure(metric: Exclude<Metric, { kind: 'figure' }>): Value {
    const column = this.#column(metric);
    if (metric.kind === 'encoding') return this.#ledger.total(column);
    if (metric.field === 'articles')
      return this.#ledger.places.reduce((sum, _, index) => sum + (this.#ledger.at(column, index) > 0 ? 1 : 0), 0);
    const count = this.#ledger.total(column);
    if (metric.field !== 'perMillion') return count;
    const words = this.#ledger.total('words');
    return words === 0 ? null : (count / words) * 1e6;
  }

  #sumsOf(name: string): readonly [string, string?] | undefined {
    const metric = this.#metrics.find(candidate => candidate.name === name && candidate.kind !== 'figure');
    if (!metric) return name.startsWith('encoding.') ? [name] : FIGURE_SUMS.get(name);
    return name.endsWith('.perMillion') ? [this.#column(metric), 'words'] : [this.#column(metric)];
  }

  #extremes(first: boolean, limit: number): Mover[] {
    const sign = first ? 1 : -1;
    return this.#ledger.places
      .filter(({ published }) => published !== null)
      .sort((a, b) => sign * compareCodePoints(a.published!, b.published!))
      .slice(0, limit);
  }
}

/** Names and meanings of the figures that every corpus has, whatever is in it. */
export function fixedFigures(index: WordIndex, facts: readonly Figure[]): Figure[] {
  const empty = new CheckCounts(index, []);
  return [...new StatisticsCounts(index, { growth: true }).finish().figures, ...empty.timeFigures(), ...facts];
}
