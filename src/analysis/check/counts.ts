/** The figures that checks speak of, and which articles moved them. One pass over the articles. */
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';
import { compareCodePoints } from '../../text/order.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import type { WordIndex } from '../../text/word-index.ts';
import { whenOf } from '../calendar-stretch.ts';
import type { Finding } from '../check.ts';
import { entityKey } from '../entity-key.ts';
import { type Figure, median, StatisticsCounts } from '../statistics.ts';
import type { LocatedTime } from '../times.ts';
import type { Value } from './expression.ts';
import { type ArticlePlace, FIGURE_SUMS, Ledger, NamedOwners, WordNotes } from './ledger.ts';
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

/** Found by the mean: far from the middle no length moves the median more than another. */
const MEDIAN = 'words.per.article.median';

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
  readonly #sources = new NamedOwners();
  readonly #dates = new NamedOwners();
  /** Earliest and latest day that each article names. */
  readonly #firstDays: (string | null)[] = [];
  readonly #lastDays: (string | null)[] = [];
  #settled = false;

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
  add(reading: Reading, times: Iterable<LocatedTime>, mentions: Iterable<Mention>): void {
    this.#ledger.begin(reading);
    this.#firstDays.push(null);
    this.#lastDays.push(null);
    this.#noteStatistics(reading);
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
    const days = this.#daysOf(name);
    if (days) return this.#extremes(days, name.endsWith('.first'), limit);
    const sums = this.#sumsOf(name);
    if (!sums) return [];
    this.#settle();
    const [numerator, denominator, whole] = sums;
    const influences = this.#ledger.influences(numerator, denominator, whole);
    const weight = (by: number): number =>
      denominator === undefined || direction === 0 ? Math.abs(by) : by * direction;
    const moved = influences
      .map((by, index) => ({ by: by * scaleOf(name), index }))
      .filter(({ by }) => weight(by) > 0)
      .sort((a, b) => weight(b.by) - weight(a.by) || a.index - b.index)
      .slice(0, limit)
      .map(({ by, index }) => ({ ...this.#ledger.places[index], by: this.#shownBy(name, index, by) }));
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

  #noteStatistics(reading: Reading): void {
    const before = this.#statistics.growth();
    this.#statistics.add(reading);
    const after = this.#statistics.growth();
    this.#ledger.add('windows', after.windows - before.windows);
    this.#ledger.add('windowRatios', after.ratios - before.ratios);
  }

  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#words.write(this.#ledger);
    this.#sources.write(this.#ledger, 'ownSources');
    this.#dates.write(this.#ledger, 'ownDates');
  }

  #noteArticle({ article, segments, vocabulary }: Reading): void {
    const ledger = this.#ledger;
    ledger.add('one', 1);
    ledger.add(article.kind, 1);
    ledger.add(article.published ? 'dated' : 'undated', 1);
    ledger.add(`encoding.${article.document.encoding}`, 1);
    if (article.source) this.#sources.meet(article.source, ledger.size - 1);
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
    const at = this.#ledger.size - 1;
    this.#dates.meet(when.end === undefined ? when.date : `${when.date}/${when.end}`, at);
    const [first, last] = [this.#firstDays[at], this.#lastDays[at]];
    if (first === null || when.date < first) this.#firstDays[at] = when.date;
    const end = when.end ?? when.date;
    if (last === null || end > last) this.#lastDays[at] = end;
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
      { metric: 'timeline.first', value: extreme(this.#firstDays, true), meaning: 'earliest of them' },
      { metric: 'timeline.last', value: extreme(this.#lastDays, false), meaning: 'latest of them' },
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

  #sumsOf(name: string): readonly [string, string?, string?] | undefined {
    const metric = this.#metrics.find(candidate => candidate.name === name && candidate.kind !== 'figure');
    if (!metric) return name.startsWith('encoding.') ? [name] : FIGURE_SUMS.get(name);
    return name.endsWith('.perMillion') ? [this.#column(metric), 'words'] : [this.#column(metric)];
  }

  /** How far an article moved a figure; what ranks the articles of a median or of a number of articles is finer. */
  #shownBy(name: string, article: number, by: number): number {
    if (name === MEDIAN) return this.#medianBy(article);
    const metric = this.#metrics.find(candidate => candidate.name === name);
    return metric && 'field' in metric && metric.field === 'articles' ? 1 : by;
  }

  #medianBy(article: number): number {
    const words = this.#ledger.places.map((_, index) => this.#ledger.at('words', index));
    const middle = (lengths: number[]): number => median(lengths.sort((a, b) => a - b)) ?? 0;
    return middle([...words]) - middle(words.toSpliced(article, 1));
  }

  /** The days of the articles that a date is the first or the last of. */
  #daysOf(name: string): readonly (string | null)[] | undefined {
    if (name === 'date.first' || name === 'date.last') return this.#ledger.places.map(({ published }) => published);
    if (name === 'timeline.first') return this.#firstDays;
    return name === 'timeline.last' ? this.#lastDays : undefined;
  }

  #extremes(days: readonly (string | null)[], first: boolean, limit: number): Mover[] {
    const sign = first ? 1 : -1;
    return [...days.keys()]
      .filter(index => days[index] !== null)
      .sort((a, b) => sign * compareCodePoints(days[a]!, days[b]!) || a - b)
      .slice(0, limit)
      .map(index => this.#ledger.places[index]);
  }
}

/** The first or the last of days; null of none. */
function extreme(days: readonly (string | null)[], first: boolean): string | null {
  let found: string | null = null;
  for (const day of days) if (day !== null && (found === null || (first ? day < found : day > found))) found = day;
  return found;
}

/** Names and meanings of the figures that every corpus has, whatever is in it. */
export function fixedFigures(index: WordIndex, facts: readonly Figure[]): Figure[] {
  const empty = new CheckCounts(index, []);
  return [...new StatisticsCounts(index, { growth: true }).finish().figures, ...empty.timeFigures(), ...facts];
}
