/** Which events of a timeline are shown, how they nest, and how dense the time is. */
import { compareCodePoints } from '../text/order.ts';
import { shiftMonth } from '../time/civil.ts';
import { dateValue } from '../time/value.ts';
import { WIDTHS } from './calendar-stretch.ts';
import type { TimelineEvent } from './timeline.ts';

/** The best-supported events, in the order of their dates. All of them for a limit of 0 or none. */
export function salientEvents(events: readonly TimelineEvent[], limit: number | undefined): readonly TimelineEvent[] {
  if (limit === undefined || limit === 0 || events.length <= limit) return events;
  const ranked = events.map((event, place) => ({ event, place }));
  ranked.sort((a, b) => b.event.score - a.event.score || b.event.mentions - a.event.mentions || a.place - b.place);
  const kept = new Set(ranked.slice(0, limit).map(({ event }) => event));
  return events.filter(event => kept.has(event));
}

/** True for an event that touches the days `from` to `to`, as far as both are precise: 2024-05 lies within 2024. */
export function isWithin({ date, end }: TimelineEvent, from: string | undefined, to: string | undefined): boolean {
  const last = end ?? date;
  return (
    (from === undefined || last.slice(0, from.length) >= from.slice(0, last.length)) &&
    (to === undefined || date.slice(0, to.length) <= to.slice(0, date.length))
  );
}

/** An event with the date of the coarser event under which it stands. */
export type NestedEvent = TimelineEvent & { readonly parent?: string };

/** Names for each event the month, else the year, among the events given that holds it. They are in date order. */
export function nested(events: readonly TimelineEvent[]): NestedEvent[] {
  const coarse = new Set(events.filter(event => event.granularity !== 'day' && !event.end).map(({ date }) => date));
  return events.map(event => {
    const { date, end } = event;
    const holds = (width: number): boolean =>
      date.length > width && coarse.has(date.slice(0, width)) && (!end || end.startsWith(date.slice(0, width)));
    const width = [WIDTHS.month, WIDTHS.year].find(holds);
    return width === undefined ? event : { ...event, parent: date.slice(0, width) };
  });
}

/** How much is said of a month or year. A stretch of which nothing is said is one gap, with its last period. */
export interface Density {
  readonly period: string;
  readonly until?: string;
  readonly dates: number;
  readonly mentions: number;
  /** Mentions as a share of those of the greatest period, 0 to 1. */
  readonly height: number;
}

function nextPeriod(period: string, by: 1 | -1): string {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return dateValue(year + by);
  const moved = shiftMonth(year, Number(period.slice(5, 7)), by);
  return dateValue(moved.year, moved.month);
}

/**
 * Events by month or year, in order, gaps included. Events coarser than the unit have no place in it and are left out;
 * an interval counts where it begins.
 */
export function densityOf(events: readonly TimelineEvent[], unit: 'month' | 'year'): Density[] {
  const width = WIDTHS[unit];
  const periods = new Map<string, { dates: number; mentions: number }>();
  for (const { date, mentions } of events) {
    if (date.length < width) continue;
    const period = date.slice(0, width);
    const known = periods.get(period) ?? { dates: 0, mentions: 0 };
    periods.set(period, { dates: known.dates + 1, mentions: known.mentions + mentions });
  }
  let greatest = 1;
  for (const { mentions } of periods.values()) greatest = Math.max(greatest, mentions);
  const rows: Density[] = [];
  let expected: string | undefined;
  for (const [period, { dates, mentions }] of [...periods].sort(([a], [b]) => compareCodePoints(a, b))) {
    if (expected !== undefined && expected !== period) {
      const until = nextPeriod(period, -1);
      rows.push({ period: expected, ...(until === expected ? {} : { until }), dates: 0, mentions: 0, height: 0 });
    }
    rows.push({ period, dates, mentions, height: mentions / greatest });
    expected = nextPeriod(period, 1);
  }
  return rows;
}

/** The periods that most mentions fall into, in order of time; 0 for all. Gaps between them are not told. */
export function densestPeriods(events: readonly TimelineEvent[], unit: 'month' | 'year', most: number): Density[] {
  const periods = densityOf(events, unit).filter(({ dates }) => dates > 0);
  const chosen = [...periods].sort((a, b) => b.mentions - a.mentions || compareCodePoints(a.period, b.period));
  return (most === 0 ? chosen : chosen.slice(0, most)).sort((a, b) => compareCodePoints(a.period, b.period));
}

/** Sentences by date, as timeline-summarisation tools read them; only dates as fine as `granularity`. */
export function sentencesByDate(
  events: readonly TimelineEvent[],
  granularity: 'day' | 'month' | 'year',
): Record<string, string[]> {
  const byDate = new Map<string, string[]>();
  for (const { date, end, evidence } of events) {
    if (end !== undefined || date.length !== WIDTHS[granularity]) continue;
    const sentences = byDate.get(date) ?? [];
    for (const { sentence } of evidence) if (!sentences.includes(sentence)) sentences.push(sentence);
    byDate.set(date, sentences);
  }
  return Object.fromEntries(byDate);
}
