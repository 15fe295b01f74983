/** From a TIMEX3 value to the stretch of the calendar that it names. */
import { civilDay, dayNumber, monthLength, weekdayOf } from '../time/civil.ts';
import { dateValue } from '../time/value.ts';

/** A stretch of days, months or years. */
export interface When {
  /** ISO date as precise as the value: its day, month or year, or the first one of an interval. */
  readonly date: string;
  /** The last one of an interval. */
  readonly end?: string;
  readonly granularity: 'day' | 'month' | 'year' | 'interval';
}

/** How many characters of an ISO date each grain takes. */
export const WIDTHS = { day: 10, month: 7, year: 4 } as const;
const DATED = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T.*)?$/;

/** The stretch that a value names, or null where it names none that can be put on a calendar. */
export function whenOf(value: string): When | null {
  if (value.includes('/')) {
    const [first, last] = value.split('/').map(whenOf);
    return first && last ? { date: first.date, end: last.end ?? last.date, granularity: 'interval' } : null;
  }
  if (!DATED.test(value)) return periodOf(value) ?? weekOf(value);
  const time = value.indexOf('T');
  const date = time < 0 ? value : value.slice(0, time);
  return { date, granularity: date.length === WIDTHS.day ? 'day' : date.length === WIDTHS.month ? 'month' : 'year' };
}

/** First and last month of quarters and halves. */
const PERIODS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['Q1', ['01', '03']],
  ['Q2', ['04', '06']],
  ['Q3', ['07', '09']],
  ['Q4', ['10', '12']],
  ['H1', ['01', '06']],
  ['H2', ['07', '12']],
]);

/** Months of the northern seasons; winter reaches into the next year. */
const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['SP', [3, 5]],
  ['SU', [6, 8]],
  ['FA', [9, 11]],
  ['WI', [12, 2]],
]);

/** Quarters, halves, decades and centuries as intervals of months or years. */
function periodOf(value: string): When | null {
  const months = PERIODS.get(value.slice(5));
  const year = value.slice(0, 4);
  if (/^\d{4}-[QH]\d$/.test(value) && months) {
    return { date: `${year}-${months[0]}`, end: `${year}-${months[1]}`, granularity: 'interval' };
  }
  if (/^\d{3}$/.test(value)) return { date: `${value}0`, end: `${value}9`, granularity: 'interval' };
  if (/^\d{2}$/.test(value)) return { date: `${value}00`, end: `${value}99`, granularity: 'interval' };
  return null;
}

function dayText(number: number): string {
  const { year, month, day } = civilDay(number);
  return dateValue(year, month, day);
}

/** ISO weeks as their seven days, weekends as Saturday and Sunday, seasons as three months. */
function weekOf(value: string): When | null {
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const january4 = dayNumber(Number(week[1]), 1, 4);
    const monday = january4 - weekdayOf(january4) + 1 + (Number(week[2]) - 1) * 7;
    return { date: dayText(monday + (week[3] ? 5 : 0)), end: dayText(monday + 6), granularity: 'interval' };
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (!season) return null;
  const year = Number(season[1]);
  const [first, last] = SEASONS.get(season[2])!;
  return {
    date: dateValue(year, first),
    end: dateValue(last < first ? year + 1 : year, last),
    granularity: 'interval',
  };
}

/** Number of the first or last day of a date as precise as it is. */
function dayOf(date: string, last: boolean): number {
  const year = Number(date.slice(0, 4));
  const month = date.length > 4 ? Number(date.slice(5, 7)) : last ? 12 : 1;
  const day = date.length > 7 ? Number(date.slice(8, 10)) : last ? monthLength(year, month) : 1;
  return dayNumber(year, month, day);
}

/** Days from the first to the last, both included. */
export function lengthInDays({ date, end }: When): number {
  return dayOf(end ?? date, true) - dayOf(date, false) + 1;
}
