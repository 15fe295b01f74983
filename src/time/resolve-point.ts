/** The value of one point of time against what is known around it. Dispatch by what the text says, the surest first. */
import { type CivilDay, dayNumber, isCivilDay, weekdayOf } from './civil.ts';
import type { Point } from './expression.ts';
import { dayOfWeekday, pointerOf, yearFrom, yearOfDay, yearOfMonth, yearOfWeekday } from './infer.ts';
import type { Known, Resolved, Surroundings, TimeBasis } from './mention.ts';
import { resolveCentury, resolveUndatedCoarse } from './resolve-coarse.ts';
import { resolveHijri, stateConflict } from './resolve-hijri.ts';
import { ANAPHORS, resolveShift } from './resolve-shift.ts';
import { dayGranularity, inYear, partsOf, resolvedDay, timeOf } from './resolved-day.ts';
import { dateValue } from './value.ts';

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** Year, month and day all written. A weekday proves the order of a numeric date. */
function explicitDay(point: Point): Resolved {
  const { year, month, day } = point as Required<Point>;
  const swapped = { year, month: day, day: month };
  const proves = (date: CivilDay): boolean =>
    isCivilDay(date.year, date.month, date.day) && weekdayOf(numberOf(date)) === point.weekday;
  const swap = point.swappable && point.weekday !== undefined && !proves({ year, month, day }) && proves(swapped);
  return resolvedDay(
    point,
    swap ? swapped : { year, month, day },
    'explicit',
    partsOf(point, 'certain', 'certain', 'certain'),
  );
}

/** A day and month whose year has to be found. */
function dayOfYear(point: Point, around: Surroundings): Resolved {
  const { month, day, weekday } = point as Required<Point>;
  const { reference, previous } = around;
  const implied = partsOf(point, 'implied', 'certain', 'certain');
  const at = (year: number, basis: TimeBasis): Resolved => resolvedDay(point, { year, month, day }, basis, implied);
  if (day > 31 || !isCivilDay(2024, month, day))
    return { ...at(2024, 'none'), value: dateValue(undefined, month, day) + timeOf(point) };
  const elsewhere = around.years.get(dateValue(undefined, month, day));
  if (point.direction !== undefined && ANAPHORS.has(point.direction) && previous) return at(previous.year, 'previous');
  if (reference) {
    const { pointer, strict } = pointerOf(point.direction, around.tense);
    const agreeing =
      point.weekday === undefined || point.shift
        ? null
        : yearOfWeekday(month, day, weekday, reference, strict ? pointer : undefined);
    if (agreeing !== null) return at(agreeing, around.referenceBasis);
    if (elsewhere !== undefined && point.direction === undefined) return at(elsewhere, 'previous');
    return at(
      yearOfDay(month, day, reference, point.shift ? undefined : pointer, strict, around.tense) ?? reference.year,
      around.referenceBasis,
    );
  }
  if (point.weekday !== undefined) {
    const { bound } = around;
    const agreeing = bound && yearFrom(month, day, weekday, bound);
    if (agreeing !== null) return at(agreeing, 'weekday');
  }
  if (point.weekday === undefined && elsewhere !== undefined) return at(elsewhere, 'previous');
  if (point.weekday === undefined && point.direction === undefined && around.borrow && previous)
    return at(previous.year, 'previous');
  return {
    value: dateValue(undefined, month, day) + timeOf(point),
    basis: 'none',
    granularity: dayGranularity(point),
    parts: partsOf(point, 'unknown', 'certain', 'certain'),
  };
}

function bareMonth(point: Point, around: Surroundings): Resolved {
  const month = point.month!;
  const { reference, previous } = around;
  const at = (year: number, basis: TimeBasis): Resolved => ({
    value: dateValue(year, month),
    basis,
    granularity: 'month',
    known: { year, month },
    parts: { year: 'implied', month: 'certain' },
  });
  if (point.direction !== undefined && ANAPHORS.has(point.direction) && previous)
    return at(
      point.direction === 'next' && (previous.month ?? 0) >= month ? previous.year + 1 : previous.year,
      'previous',
    );
  if (!reference)
    return {
      value: dateValue(undefined, month),
      basis: 'none',
      granularity: 'month',
      parts: { year: 'unknown', month: 'certain' },
    };
  const { pointer, strict } = pointerOf(point.direction, around.tense);
  return at(yearOfMonth(month, reference, pointer, strict), around.referenceBasis);
}

/**
 * «الأربعاء 15 أكتوبر … صباح الأربعاء»: the day said before, when it has this weekday. Beside a reference date only a day said
 * near by is meant, without one there is nothing else to mean.
 */
function dayAgain(point: Point, around: Surroundings): CivilDay | null {
  const { reference, previous, nearDay } = around;
  const said = reference ? nearDay : isFullDay(previous ?? undefined) ? (previous as CivilDay) : null;
  if (point.direction !== undefined || !said) return null;
  return weekdayOf(numberOf(said)) === point.weekday ? said : null;
}

function bareWeekday(point: Point, around: Surroundings): Resolved {
  const { reference, previous } = around;
  const again = dayAgain(point, around);
  if (again) return resolvedDay(point, again, 'previous', partsOf(point, 'implied', 'implied', 'implied'));
  const anaphor = point.direction !== undefined && ANAPHORS.has(point.direction);
  const base = anaphor && previous?.day !== undefined ? (previous as CivilDay) : reference;
  if (!base) {
    return {
      value: `XXXX-WXX-${point.weekday}${timeOf(point)}`,
      basis: 'none',
      granularity: dayGranularity(point),
      parts: partsOf(point, 'unknown', 'unknown', 'unknown'),
    };
  }
  const date = dayOfWeekday(point.weekday!, base, point.direction, around.tense);
  return resolvedDay(
    point,
    date,
    base === reference ? around.referenceBasis : 'previous',
    partsOf(point, 'implied', 'implied', 'implied'),
  );
}

/** Only an hour or a part of the day: of the day said just before, else of the reference. */
function bareTime(point: Point, around: Surroundings): Resolved {
  const day = around.nearDay ?? around.reference;
  const basis = around.nearDay ? 'previous' : around.reference ? around.referenceBasis : 'none';
  const date = day ? dateValue(day.year, day.month, day.day) : 'XXXX-XX-XX';
  const certainty = day ? 'implied' : 'unknown';
  return {
    value: date + timeOf(point),
    basis,
    granularity: 'time',
    parts: partsOf(point, certainty, certainty, certainty),
  };
}

/** The value of a point. Never throws, whatever numbers the text holds. */
export function resolvePoint(point: Point, around: Surroundings): Resolved {
  if (point.named !== undefined) return resolveNamed(point, around);
  if (point.calendar === 'hijri') return resolveHijri(point, around);
  const resolved = gregorian(point, around);
  return point.beside ? stateConflict(resolved, point.beside) : resolved;
}

function gregorian(point: Point, around: Surroundings): Resolved {
  const grain = resolveCentury(point, around);
  if (grain) return grain;
  const { year, month, day } = point;
  if (year !== undefined) {
    if (point.bc)
      return {
        value: `BC${dateValue(year, month, day)}`,
        basis: 'explicit',
        granularity: day ? 'day' : month ? 'month' : 'year',
      };
    return month !== undefined && day !== undefined ? explicitDay(point) : inYear(point, year, 'explicit');
  }
  if (point.shift) {
    if (point.shift.unit === 'D' && month !== undefined && day !== undefined) return dayOfYear(point, around);
    return resolveShift(point, around);
  }
  if (month !== undefined && day !== undefined) return dayOfYear(point, around);
  if (month !== undefined) return bareMonth(point, around);
  if (point.quarter !== undefined || point.half !== undefined || point.season !== undefined)
    return resolveUndatedCoarse(point, around);
  return point.weekday !== undefined ? bareWeekday(point, around) : bareTime(point, around);
}

/** A day with a name: `G05-01` in a Gregorian year, `H10-01` in a Hijri year. */
function resolveNamed(point: Point, around: Surroundings): Resolved {
  const { named, ...rest } = point as Point & { named: string };
  const month = Number(named.slice(1, 3));
  const day = Number(named.slice(4, 6));
  return resolvePoint({ ...rest, month, day, ...(named[0] === 'H' && { calendar: 'hijri' as const }) }, around);
}

/** What later expressions may refer back to. */
export function isFullDay(known: Known | undefined): known is CivilDay {
  return known?.month !== undefined && known.day !== undefined;
}
