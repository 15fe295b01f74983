/** Points that count from a date: «الشهر الماضي», «أمس», «قبل ثلاثة أيام», «العام نفسه». */
import { type CivilDay, civilDay, dayNumber, isoWeek, shiftMonth, weekdayOf } from './civil.ts';
import type { Clock, Point } from './expression.ts';
import type { Granularity, Resolved, Surroundings, TimeBasis } from './mention.ts';
import { dayGranularity, inYear, partsOf, resolvedDay, timeOf, WEEKDAYS } from './resolved-day.ts';
import { centuryValue, clockValue, dateValue, weekValue } from './value.ts';

/** Modifiers that count from what was said before. */
export const ANAPHORS: ReadonlySet<string> = new Set(['same', 'next', 'previous']);

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** The date that a shift counts from: what was said before for «نفسه» and «التالي», else the reference. */
function baseOf(point: Point, around: Surroundings): { date: CivilDay | null; basis: TimeBasis } {
  if (point.direction !== undefined && ANAPHORS.has(point.direction)) {
    const { previous } = around;
    if (previous)
      return { date: { year: previous.year, month: previous.month ?? 1, day: previous.day ?? 1 }, basis: 'previous' };
  }
  return { date: around.reference, basis: around.reference ? around.referenceBasis : 'none' };
}

const unknownShift = (point: Point): string => {
  const { unit, amount } = point.shift!;
  if (point.weekday !== undefined) return `XXXX-WXX-${point.weekday}`;
  if (unit === 'Y') return point.month === undefined ? 'XXXX' : dateValue(undefined, point.month, point.day);
  if (unit === 'M') return point.day === undefined ? 'XXXX-XX' : dateValue(undefined, undefined, point.day);
  if (unit === 'W') return point.weekend ? 'XXXX-WXX-WE' : 'XXXX-WXX';
  if (unit === 'D') return 'XXXX-XX-XX';
  if (unit === 'DE') return 'XXX';
  if (unit === 'CE') return 'XX';
  return amount < 0 ? 'PAST_REF' : 'FUTURE_REF';
};

function shiftedWeek(point: Point, base: CivilDay, basis: TimeBasis): Resolved {
  const monday = numberOf(base) - weekdayOf(numberOf(base)) + 1 + point.shift!.amount * 7;
  if (point.weekday !== undefined)
    return resolvedDay(
      point,
      civilDay(monday + point.weekday - 1),
      basis,
      partsOf(point, 'implied', 'implied', 'implied'),
    );
  const { year, week } = isoWeek(monday);
  const known = civilDay(monday);
  return {
    value: weekValue(year, week) + (point.weekend ? '-WE' : ''),
    basis,
    granularity: point.weekend ? 'weekend' : 'week',
    known,
    parts: { year: 'implied', month: 'implied' },
  };
}

function shiftedDay(point: Point, base: CivilDay, basis: TimeBasis): Resolved {
  const day = numberOf(base) + point.shift!.amount;
  const implied = partsOf(point, 'implied', 'implied', 'implied');
  if (point.weekday === undefined || point.weekday === weekdayOf(day))
    return resolvedDay(point, civilDay(day), basis, implied);
  // The stamp was set after midnight or the report is older than the page: the weekday is what the writer meant.
  const away = ((point.weekday - weekdayOf(day) + 10) % 7) - 3;
  const conflict = `text says ${WEEKDAYS[point.weekday]}, the reference date asks for a ${WEEKDAYS[weekdayOf(day)]}`;
  return { ...resolvedDay(point, civilDay(day + away), 'weekday', implied), conflict };
}

function shiftedTime(point: Point, base: CivilDay, around: Surroundings): Resolved {
  const { unit, amount } = point.shift!;
  if (around.referenceTime === undefined) {
    const day = unit === 'H' && Math.abs(amount) >= 24 ? civilDay(numberOf(base) + Math.trunc(amount / 24)) : base;
    return {
      value: `${dateValue(day.year, day.month, day.day)}TXX:XX`,
      basis: around.referenceBasis,
      granularity: 'time',
    };
  }
  const [hour, minute] = around.referenceTime.split(':').map(Number);
  const minutes =
    numberOf(base) * 1440 + hour * 60 + minute + Math.round(amount * (unit === 'H' ? 60 : unit === 'I' ? 1 : 1 / 60));
  const day = civilDay(Math.floor(minutes / 1440));
  const rest = ((minutes % 1440) + 1440) % 1440;
  const clock: Clock = { hour: Math.floor(rest / 60), minute: rest % 60 };
  return {
    value: dateValue(day.year, day.month, day.day) + clockValue(clock),
    basis: around.referenceBasis,
    granularity: 'time',
    known: day,
  };
}

function shiftedMonth(point: Point, base: CivilDay, basis: TimeBasis): Resolved {
  const { year, month } = shiftMonth(base.year, base.month, point.shift!.amount);
  if (point.day !== undefined)
    return resolvedDay(point, { year, month, day: point.day }, basis, partsOf(point, 'implied', 'implied', 'certain'));
  return {
    value: dateValue(year, month),
    basis,
    granularity: 'month',
    known: { year, month },
    parts: { year: 'implied', month: 'implied' },
  };
}

/** Value of a point with a shift; underspecified when there is nothing to count from. */
export function resolveShift(point: Point, around: Surroundings): Resolved {
  const { unit, amount } = point.shift!;
  const { date: base, basis } = baseOf(point, around);
  if (!base) {
    const anchorless = unit === 'H' || unit === 'I' || unit === 'S';
    const granularity =
      point.weekday !== undefined || point.day !== undefined || unit === 'D'
        ? dayGranularity(point)
        : GRAIN_OF_UNIT[unit];
    return {
      value: unknownShift(point) + (anchorless ? '' : timeOf(point)),
      basis: 'none',
      granularity,
      parts: partsOf(point, 'unknown', 'unknown', 'unknown'),
    };
  }
  if (unit === 'Y') return inYear(point, base.year + amount, basis);
  if (unit === 'M') return shiftedMonth(point, base, basis);
  if (unit === 'W') return shiftedWeek(point, base, basis);
  if (unit === 'D') return shiftedDay(point, base, basis);
  if (unit === 'DE')
    return { value: String(Math.floor(base.year / 10) + amount).padStart(3, '0'), basis, granularity: 'decade' };
  if (unit === 'CE')
    return { value: centuryValue(Math.floor(base.year / 100) + 1 + amount), basis, granularity: 'century' };
  return shiftedTime(point, base, around);
}

const GRAIN_OF_UNIT: Readonly<Record<string, Granularity>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  DE: 'decade',
  CE: 'century',
  H: 'time',
  I: 'time',
  S: 'time',
};
