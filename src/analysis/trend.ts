/** A term's frequency over time, by the publication dates of the articles. */
import type { Reading } from '../article/reading.ts';
import { civilDay, dayNumber, isoWeek, monthLength, parseIsoDay } from '../time/civil.ts';
import type { Aggregate } from './aggregate.ts';
import type { TermMatcher } from './term.ts';

export type Interval = 'day' | 'week' | 'month' | 'year';

/** One period. Rates are null where there is nothing to divide by: a period without articles is a gap, not a zero. */
export interface TrendPoint {
  /** `2025-02-12`, `2025-W07`, `2025-02` or `2025`. */
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly count: number;
  /** Articles with the term. */
  readonly articles: number;
  readonly perMillion: number | null;
  readonly articleShare: number | null;
  /** Articles and words of the period, whatever they say. */
  readonly allArticles: number;
  readonly tokens: number;
}

/** Outcome: every period from the first to the last, and the articles that are in none. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly undated: number;
  /** False when the span is so long that empty periods were left out. */
  readonly gapsShown: boolean;
}

interface Cell {
  count: number;
  articles: number;
  allArticles: number;
  tokens: number;
}

export interface TrendPartial {
  readonly cells: readonly (readonly [period: number, cell: Cell])[];
  readonly undated: number;
}

/** Longest span that is shown with its gaps: eleven years of days. */
const LONGEST_SPAN = 4018;

function text(day: number): string {
  const { year, month, day: of } = civilDay(day);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(of).padStart(2, '0')].join('-');
}

/** Number of the period that an ISO date lies in, or null when the date is not precise enough. */
export function periodOf(date: string, interval: Interval): number | null {
  const year = Number(date.slice(0, 4));
  if (interval === 'year') return year;
  if (interval === 'month') return date.length < 7 ? null : year * 12 + Number(date.slice(5, 7)) - 1;
  const day = parseIsoDay(date.slice(0, 10));
  if (!day) return null;
  const number = dayNumber(day.year, day.month, day.day);
  return interval === 'day' ? number : Math.floor((number + 3) / 7);
}

/** Name, first and last day of a period. Weeks are those of ISO 8601, Monday first. */
export function describePeriod(period: number, interval: Interval): Pick<TrendPoint, 'period' | 'start' | 'end'> {
  if (interval === 'day') return { period: text(period), start: text(period), end: text(period) };
  if (interval === 'week') {
    const monday = period * 7 - 3;
    const { year, week } = isoWeek(monday);
    const name = `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
    return { period: name, start: text(monday), end: text(monday + 6) };
  }
  if (interval === 'year') {
    return {
      period: String(period).padStart(4, '0'),
      start: text(dayNumber(period, 1, 1)),
      end: text(dayNumber(period, 12, 31)),
    };
  }
  const [year, month] = [Math.floor(period / 12), (period % 12) + 1];
  const start = text(dayNumber(year, month, 1));
  return { period: start.slice(0, 7), start, end: text(dayNumber(year, month, monthLength(year, month))) };
}

/** Counts a term by period. */
export class TrendCounts implements Aggregate<TrendPartial, Trend> {
  readonly #matcher: TermMatcher;
  readonly #interval: Interval;
  readonly #cells = new Map<number, Cell>();
  #undated = 0;

  constructor(matcher: TermMatcher, interval: Interval) {
    this.#matcher = matcher;
    this.#interval = interval;
  }

  /** Counts an article, dated or not; gives the occurrences in it. */
  add(reading: Reading): number {
    const date = reading.article.published?.date;
    const period = date === undefined ? null : periodOf(date, this.#interval);
    const count = this.#matcher.find(reading).length;
    if (period === null) {
      this.#undated++;
      return count;
    }
    const cell = this.#cell(period);
    cell.allArticles++;
    cell.count += count;
    if (count > 0) cell.articles++;
    for (const { tokens } of reading.segments) {
      for (let i = 0; i < tokens.count; i++) if (reading.vocabulary.isWord(tokens.types[i])) cell.tokens++;
    }
    return count;
  }

  merge(other: TrendPartial): void {
    this.#undated += other.undated;
    for (const [period, added] of other.cells) {
      const cell = this.#cell(period);
      cell.count += added.count;
      cell.articles += added.articles;
      cell.allArticles += added.allArticles;
      cell.tokens += added.tokens;
    }
  }

  partial(): TrendPartial {
    return { cells: [...this.#cells], undated: this.#undated };
  }

  finish(): Trend {
    const periods = [...this.#cells.keys()].sort((a, b) => a - b);
    const first = periods[0] ?? 0;
    const last = periods.at(-1) ?? -1;
    const gapsShown = last - first < LONGEST_SPAN;
    const shown = gapsShown ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : periods;
    return { points: shown.map(period => this.#point(period)), undated: this.#undated, gapsShown };
  }

  #cell(period: number): Cell {
    let cell = this.#cells.get(period);
    if (!cell) this.#cells.set(period, (cell = { count: 0, articles: 0, allArticles: 0, tokens: 0 }));
    return cell;
  }

  #point(period: number): TrendPoint {
    const { count, articles, allArticles, tokens } = this.#cells.get(period) ?? {
      count: 0,
      articles: 0,
      allArticles: 0,
      tokens: 0,
    };
    return {
      ...describePeriod(period, this.#interval),
      count,
      articles,
      perMillion: tokens === 0 ? null : (count / tokens) * 1e6,
      articleShare: allArticles === 0 ? null : articles / allArticles,
      allArticles,
      tokens,
    };
  }
}
