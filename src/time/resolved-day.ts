/** Values of points whose fields are all found: a day, with its weekday compared, or anything at the grain of a year. */
import { type CivilDay, dayNumber, isCivilDay, weekdayOf } from './civil.ts';
import type { Certainty, Point } from './expression.ts';
import type { Granularity, Parts, Resolved, TimeBasis } from './mention.ts';
import { clockValue, dateValue, partValue } from './value.ts';

/** English names by ISO weekday, for conflicts. */
export const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** `T…` of a point's clock or part of the day, '' for none. */
export function timeOf(point: Point): string {
  if (point.clock) return clockValue(point.clock);
  return point.part === undefined ? '' : partValue(point.part);
}

/** A clock makes a time of a day. */
export function dayGranularity(point: Point): Granularity {
  return point.clock ? 'time' : 'day';
}

/** How year, month and day are known; weekday and clock are always written. */
export function partsOf(point: Point, year: Certainty, month: Certainty, day: Certainty): Parts {
  return {
    year,
    month,
    day,
    ...(point.weekday !== undefined && { weekday: 'certain' as const }),
    ...(point.clock && { clock: 'certain' as const }),
  };
}

/** A known day as a value; the weekday beside it is compared. */
export function resolvedDay(point: Point, date: CivilDay, basis: TimeBasis, parts: Parts): Resolved {
  const weekday = isCivilDay(date.year, date.month, date.day) ? weekdayOf(numberOf(date)) : 0;
  const invalid = weekday === 0;
  const wrong = !invalid && point.weekday !== undefined && point.weekday !== weekday;
  return {
    value: dateValue(date.year, date.month, date.day) + timeOf(point),
    basis,
    granularity: dayGranularity(point),
    parts,
    ...(!invalid && { known: date }),
    ...(wrong && { conflict: `text says ${WEEKDAYS[point.weekday!]}, the date is a ${WEEKDAYS[weekday]}` }),
    ...(invalid && { invalid: true as const }),
  };
}

/** A year found by a shift, with whatever the text says below the year. */
export function inYear(point: Point, year: number, basis: TimeBasis): Resolved {
  const certainty: Certainty = basis === 'explicit' ? 'certain' : 'implied';
  if (point.quarter)
    return {
      value: `${dateValue(year)}-Q${point.quarter}`,
      basis,
      granularity: 'quarter',
      known: { year },
      parts: { year: certainty },
    };
  if (point.half)
    return {
      value: `${dateValue(year)}-H${point.half}`,
      basis,
      granularity: 'half',
      known: { year },
      parts: { year: certainty },
    };
  if (point.season)
    return {
      value: `${dateValue(year)}-${point.season}`,
      basis,
      granularity: 'season',
      known: { year },
      parts: { year: certainty },
    };
  if (point.month !== undefined && point.day !== undefined)
    return resolvedDay(
      point,
      { year, month: point.month, day: point.day },
      basis,
      partsOf(point, certainty, 'certain', 'certain'),
    );
  if (point.month !== undefined) {
    const invalid = point.month > 12;
    return {
      value: dateValue(year, point.month),
      basis,
      granularity: 'month',
      known: { year, month: point.month },
      parts: { year: certainty, month: 'certain' },
      ...(invalid && { invalid }),
    };
  }
  return { value: dateValue(year), basis, granularity: 'year', known: { year }, parts: { year: certainty } };
}
