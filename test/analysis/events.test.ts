/** Which events are shown, how dense the time is, and the stretch of the calendar that a value names. */
import { describe, expect, it } from 'vitest';
import { lengthInDays, whenOf } from '../../src/analysis/calendar-stretch.ts';
import { densityOf, isWithin, salientEvents, sentencesByDate } from '../../src/analysis/events.ts';
import type { TimelineEvent } from '../../src/analysis/timeline.ts';

function event(date: string, changes: Partial<TimelineEvent> = {}): TimelineEvent {
  const granularity = date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  const scoreParts = { articles: 1, explicit: 0, after: 0, precision: 1 };
  return { date, granularity, articles: 1, mentions: 1, score: 1, scoreParts, basis: [], evidence: [], ...changes };
}

describe('the stretch of a value', () => {
  it.each([
    ['2024-05-31', '2024-05-31', undefined, 1],
    ['2024-05-31TEV', '2024-05-31', undefined, 1],
    ['2024-05-31T06:30', '2024-05-31', undefined, 1],
    ['2024-02', '2024-02', undefined, 29],
    ['2023', '2023', undefined, 365],
    ['2024-W22', '2024-05-27', '2024-06-02', 7],
    ['2021-W01', '2021-01-04', '2021-01-10', 7],
    ['2020-W53', '2020-12-28', '2021-01-03', 7],
    ['2024-W22-WE', '2024-06-01', '2024-06-02', 2],
    ['2024-Q3', '2024-07', '2024-09', 92],
    ['2024-H1', '2024-01', '2024-06', 182],
    ['2024-SU', '2024-06', '2024-08', 92],
    ['2024-WI', '2024-12', '2025-02', 90],
    ['199', '1990', '1999', 3652],
    ['19', '1900', '1999', 36524],
    ['2024-05-30/2024-06-02', '2024-05-30', '2024-06-02', 4],
    ['2020/2024-Q1', '2020', '2024-03', 1552],
  ])('%s', (value, date, end, days) => {
    const when = whenOf(value)!;
    expect([when.date, when.end]).toEqual([date, end]);
    expect(lengthInDays(when)).toBe(days);
  });

  it.each([
    'XXXX-10-15',
    'XXXX-WXX-4',
    'XXXX-XX-07',
    'P3D',
    'PRESENT_REF',
    'BC0217',
    '2024-XX-07',
    '2024-05-30/XXXX-06-02',
    '',
  ])('%s names none', value => expect(whenOf(value)).toBeNull());
});

describe('events', () => {
  it.each([
    ['2024-05-31', undefined, '2024', undefined, true],
    ['2023-12-31', undefined, '2024', undefined, false],
    ['2024', undefined, '2024-05', undefined, true],
    ['2024-05', undefined, '2024-05-15', '2024-05-20', true],
    ['2024-01-01', '2024-03-01', '2024-02', '2024-02', true],
    ['2024-03', undefined, undefined, '2024-02-29', false],
  ])('%s … %s is within %s … %s: %s', (date, end, from, to, expected) => {
    expect(isWithin(event(date, end === undefined ? {} : { end, granularity: 'interval' }), from, to)).toBe(expected);
  });

  it('keeps the best supported, in the order of their dates, by a total order', () => {
    const events = [event('2020', { score: 2 }), event('2021'), event('2022', { score: 3 }), event('2023')];
    expect(salientEvents(events, 3).map(({ date }) => date)).toEqual(['2020', '2021', '2022']);
    expect(salientEvents(events, 0)).toHaveLength(4);
    expect(salientEvents(events, undefined)).toHaveLength(4);
  });

  it('counts by month with the gaps between, leaving out what is coarser', () => {
    const events = [
      event('2023'),
      event('2023-11', { mentions: 2 }),
      event('2023-11-05', { mentions: 2 }),
      event('2024-01-07'),
      event('2024-05-01', { end: '2024-06-01', granularity: 'interval' }),
    ];
    expect(densityOf(events, 'month')).toEqual([
      { period: '2023-11', dates: 2, mentions: 4, height: 1 },
      { period: '2023-12', dates: 0, mentions: 0, height: 0 },
      { period: '2024-01', dates: 1, mentions: 1, height: 0.25 },
      { period: '2024-02', until: '2024-04', dates: 0, mentions: 0, height: 0 },
      { period: '2024-05', dates: 1, mentions: 1, height: 0.25 },
    ]);
    expect(densityOf(events, 'year').map(({ period, mentions }) => [period, mentions])).toEqual([
      ['2023', 5],
      ['2024', 2],
    ]);
    expect(densityOf([], 'month')).toEqual([]);
  });

  it('gives dates with their sentences once, only as fine as asked', () => {
    const evidence = (...sentences: string[]) =>
      sentences.map(sentence => ({ article: 'a', path: 'a', line: 1, sentence, surface: 'أمس', entities: [] }));
    const events = [
      event('2024-05', { evidence: evidence('شهر') }),
      event('2024-05-01', { evidence: evidence('أول', 'ثان') }),
      event('2024-05-01', { mod: 'START', evidence: evidence('أول', 'ثالث') }),
      event('2024-05-02', { end: '2024-05-03', granularity: 'interval', evidence: evidence('مدة') }),
    ];
    expect(sentencesByDate(events, 'day')).toEqual({ '2024-05-01': ['أول', 'ثان', 'ثالث'] });
    expect(sentencesByDate(events, 'month')).toEqual({ '2024-05': ['شهر'] });
  });
});
