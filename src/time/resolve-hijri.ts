/** Hijri dates. A Hijri day is a Gregorian day; a Hijri month or year is an interval. */
import { type CivilDay, civilDay, dayNumber } from './civil.ts';
import type { Point } from './expression.ts';
import { fromHijri, hijriMonthLength, hijriMonthStart, hijriOf } from './hijri.ts';
import { pointerOf } from './infer.ts';
import type { Resolved, Surroundings } from './mention.ts';
import { resolvedDay } from './resolved-day.ts';
import { dateValue } from './value.ts';

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);
const isoOf = ({ year, month, day }: CivilDay): string => dateValue(year, month, day);
const MAX_YEAR = 1600;

function interval(first: number, last: number, basis: Resolved['basis']): Resolved {
  const from = civilDay(first);
  return { value: isoOf(from), end: isoOf(civilDay(last)), basis, granularity: 'interval', known: from };
}

/**
 * Hijri year near the reference in which a month (and day) lies as a modifier asks, else the nearest. The verb is not
 * asked: «تستعد الأسر لعيد الفطر» and «كان رمضان» are told within weeks of the day, and the year is short.
 */
function yearNear(month: number, day: number, point: Point, around: Surroundings): number | null {
  const { reference } = around;
  if (!reference) return null;
  const now = numberOf(reference);
  const { pointer, strict } = pointerOf(point.direction, undefined);
  const length = point.day === undefined ? 29 : 0;
  let best: { year: number; distance: number } | null = null;
  const { year } = hijriOf(now);
  for (let candidate = year - 2; candidate <= year + 2; candidate++) {
    const start = hijriMonthStart(candidate, month) + day - 1;
    const distance = start > now ? start - now : start + length < now ? start + length - now : 0;
    if (pointer === 'past' && (distance > 0 || (strict && distance === 0))) continue;
    if (pointer === 'future' && (distance < 0 || (strict && distance === 0))) continue;
    if (!best || Math.abs(distance) < Math.abs(best.distance)) best = { year: candidate, distance };
  }
  return best?.year ?? null;
}

/** «رمضان 2015»: the Hijri year whose month begins in that Gregorian year. */
function yearWithin(gregorian: number, month: number): number {
  const guess = hijriOf(dayNumber(gregorian, 7, 1)).year;
  for (const year of [guess, guess - 1, guess + 1])
    if (civilDay(hijriMonthStart(year, month)).year === gregorian) return year;
  return guess;
}

function hijriYear(point: Point, around: Surroundings): { year: number | null; basis: Resolved['basis'] } {
  const month = point.month ?? 1;
  if (point.year !== undefined) {
    if (point.year > 1700) return { year: yearWithin(point.year, month), basis: 'explicit' };
    return { year: point.year, basis: 'explicit' };
  }
  const { reference } = around;
  if (point.shift && reference) {
    if (point.shift.unit === 'Y' && point.month !== undefined)
      return { year: yearWithin(reference.year + point.shift.amount, month), basis: around.referenceBasis };
    return { year: hijriOf(numberOf(reference)).year + point.shift.amount, basis: around.referenceBasis };
  }
  return { year: yearNear(month, point.day ?? 1, point, around), basis: around.referenceBasis };
}

/** Without a year nothing can be converted: the Hijri day stays unknown. */
const unknown = (point: Point): Resolved => ({
  value: point.day === undefined ? 'XXXX-XX' : 'XXXX-XX-XX',
  basis: 'none',
  granularity: point.day === undefined ? 'month' : 'day',
  parts: { year: 'unknown', month: 'certain' },
});

/** Value of a point of the Islamic calendar. */
export function resolveHijri(point: Point, around: Surroundings): Resolved {
  if (point.century !== undefined)
    return {
      value: String(Math.max(0, point.century + 5)).padStart(2, '0'),
      basis: 'explicit',
      granularity: 'century',
    };
  const { year, basis } = hijriYear(point, around);
  if (year === null) return unknown(point);
  const { month, day } = point;
  if (year < 1 || year > MAX_YEAR || (month ?? 1) > 12) return { ...unknown(point), invalid: true };
  if (month === undefined) return interval(hijriMonthStart(year, 1), hijriMonthStart(year + 1, 1) - 1, basis);
  if (day === undefined) {
    const start = hijriMonthStart(year, month);
    return interval(start, start + hijriMonthLength(year, month) - 1, basis);
  }
  return hijriDay(point, year, month, day, basis);
}

function hijriDay(point: Point, year: number, month: number, day: number, basis: Resolved['basis']): Resolved {
  const swap = point.swappable && point.weekday !== undefined ? fromHijri({ year, month: day, day: month }) : null;
  const date = fromHijri({ year, month, day });
  if (!date) return { ...unknown(point), invalid: true };
  const parts = { year: basis === 'explicit' ? 'certain' : 'implied', month: 'certain', day: 'certain' } as const;
  const plain = resolvedDay(point, date, basis, parts);
  if (!plain.conflict) return plain;
  // Moon sighting moves a Hijri day by one: the weekday beside it tells which day was meant.
  for (const by of [-1, 1]) {
    const moved = resolvedDay(point, civilDay(numberOf(date) + by), basis, parts);
    if (!moved.conflict) return moved;
  }
  const swapped = swap && resolvedDay(point, swap, basis, parts);
  return swapped && !swapped.conflict ? swapped : plain;
}

/** A Hijri date beside a Gregorian one must be the same day, give or take one. */
export function stateConflict(resolved: Resolved, beside: Point): Resolved {
  if (beside.day === undefined || beside.year === undefined || beside.month === undefined) return resolved;
  const { known } = resolved;
  const hijri = fromHijri({ year: beside.year, month: beside.month, day: beside.day });
  if (!hijri) return { ...resolved, conflict: 'the Hijri date beside it does not exist' };
  if (known?.month === undefined || known.day === undefined) return resolved;
  const away = Math.abs(numberOf(hijri) - numberOf(known as CivilDay));
  if (away <= 2 || (beside.swappable && away <= 366)) return resolved;
  return { ...resolved, conflict: `the Hijri date beside it is ${isoOf(hijri)}` };
}
