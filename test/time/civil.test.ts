import { describe, expect, it } from 'vitest';
import {
  civilDay,
  dayNumber,
  isCivilDay,
  isoWeek,
  monthLength,
  parseIsoDay,
  shiftMonth,
  weekdayOf,
} from '../../src/time/civil.ts';
import { fromHijri, hijriMonthLength, hijriOf } from '../../src/time/hijri.ts';

describe('the civil calendar', () => {
  it('counts days from 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2024, 5, 31)).toBe(19874);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
  });

  it('finds the date of every day number', () => {
    for (let number = -800_000; number < 800_000; number += 997) {
      const { year, month, day } = civilDay(number);
      expect(dayNumber(year, month, day)).toBe(number);
    }
  });

  it('knows weekdays by ISO number', () => {
    expect(weekdayOf(dayNumber(2024, 5, 31))).toBe(5);
    expect(weekdayOf(dayNumber(2025, 10, 15))).toBe(3);
    expect(weekdayOf(dayNumber(1, 1, 1))).toBe(1);
  });

  it.each([
    [2024, 5, 31, 2024, 22],
    [2021, 1, 3, 2020, 53],
    [2018, 12, 31, 2019, 1],
    [2016, 1, 1, 2015, 53],
  ])('puts %d-%d-%d into its ISO week', (year, month, day, weekYear, week) => {
    expect(isoWeek(dayNumber(year, month, day))).toEqual({ year: weekYear, week });
  });

  it('knows which days exist', () => {
    expect(monthLength(2000, 2)).toBe(29);
    expect(monthLength(1900, 2)).toBe(28);
    expect(isCivilDay(2023, 2, 29)).toBe(false);
    expect(isCivilDay(0, 1, 1)).toBe(false);
    expect(isCivilDay(10_000, 1, 1)).toBe(false);
  });

  it('moves months over the year', () => {
    expect(shiftMonth(2021, 1, -1)).toEqual({ year: 2020, month: 12 });
    expect(shiftMonth(2021, 11, 3)).toEqual({ year: 2022, month: 2 });
  });

  it('reads ISO days only', () => {
    expect(parseIsoDay('2024-05-31')).toEqual({ year: 2024, month: 5, day: 31 });
    for (const wrong of ['2024-05', '2023-02-29', '31-05-2024', '', '2024/05/31'])
      expect(parseIsoDay(wrong)).toBeNull();
  });
});

describe('the Hijri calendar', () => {
  it.each([
    [1445, 4, 27, '2023-11-11'],
    [1444, 8, 15, '2023-03-07'],
    [1436, 10, 19, '2015-08-04'],
    [1445, 10, 1, '2024-04-10'],
    [1447, 1, 1, '2025-06-26'],
  ])('%d/%d/%d is %s', (year, month, day, civil) => {
    const date = fromHijri({ year, month, day })!;
    expect(`${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`).toBe(civil);
    expect(hijriOf(dayNumber(date.year, date.month, date.day))).toEqual({ year, month, day });
  });

  it('knows that no month has 31 days', () => {
    expect(fromHijri({ year: 1445, month: 9, day: 31 })).toBeNull();
    expect(fromHijri({ year: 9999, month: 1, day: 1 })).toBeNull();
    expect([29, 30]).toContain(hijriMonthLength(1445, 9));
  });
});
