/** The value of one point of time against what is known around it. Dispatch by what the text says, the surest first. */
import { type CivilDay, civilDay, dayNumber, isCivilDay, isoWeek, shiftMonth, weekdayOf } from './civil.ts';
import type { Certainty, Clock, Point } from './expression.ts';
import { dayOfWeekday, pointerOf, yearFrom, yearOfDay, yearOfMonth, yearOfWeekday } from './infer.ts';
import type { Granularity, Known, Parts, Resolved, Surroundings, TimeBasis } from './mention.ts';
import { resolveHijri, resolveNamed, stateConflict } from './resolve-hijri.ts';
import { centuryValue, clockValue, dateValue, partValue, weekValue } from './value.ts';

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ANAPHORS: ReadonlySet<string> = new Set(['same', 'next', 'previous']);

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** `T…` of a point's clock or part of the day, '' for none. */
function timeOf(point: Point): string {
  if (point.clock) return clockValue(point.clock);
  return point.part === undefined ? '' : partValue(point.part);
}

function dayGranularity(point: Point): Granularity {
  return point.clock ? 'time' : 'day';
}

function partsOf(point: Point, year: Certainty, month: Certainty, day: Certainty): Parts {
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
  const { reference, bound, previous, years } = around;
  const implied = partsOf(point, 'implied', 'certain', 'certain');
  const at = (year: number, basis: TimeBasis): Resolved => resolvedDay(point, { year, month, day }, basis, implied);
  if (day > 31 || !isCivilDay(2024, month, day))
    return { ...at(2024, 'none'), value: dateValue(undefined, month, day) + timeOf(point) };
  const elsewhere = years.get(dateValue(undefined, month, day));
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
      yearOfDay(month, day, reference, point.shift ? undefined : pointer, strict) ?? reference.year,
      around.referenceBasis,
    );
  }
  if (point.weekday !== undefined && bound) {
    const agreeing = yearFrom(month, day, weekday, bound);
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

function bareWeekday(point: Point, around: Surroundings): Resolved {
  const { reference, previous } = around;
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

/** A year found by a shift, with whatever the text says below the year. */
function inYear(point: Point, year: number, basis: TimeBasis): Resolved {
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

function shifted(point: Point, around: Surroundings): Resolved {
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

function coarse(point: Point, around: Surroundings): Resolved | null {
  const { reference } = around;
  if (point.decade !== undefined) {
    const shiftedCentury =
      point.shift?.unit === 'CE' && reference ? Math.floor(reference.year / 100) + 1 + point.shift.amount : 0;
    const century = point.century ?? (shiftedCentury || 20);
    return {
      value: `${point.bc ? 'BC' : ''}${centuryValue(century)}${point.decade}`,
      basis: point.century ? 'explicit' : shiftedCentury ? around.referenceBasis : 'none',
      granularity: 'decade',
    };
  }
  if (point.century === undefined) return null;
  return { value: (point.bc ? 'BC' : '') + centuryValue(point.century), basis: 'explicit', granularity: 'century' };
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { WI: 12, SP: 3, SU: 6, FA: 9 };

/** A quarter, half or season without a year: the reference's year, moved by modifier or verb. */
function undatedCoarse(point: Point, around: Surroundings): Resolved {
  const { reference, tense } = around;
  const name = point.quarter ? `Q${point.quarter}` : point.half ? `H${point.half}` : point.season;
  const granularity = point.season ? 'season' : point.half ? 'half' : 'quarter';
  if (!reference)
    return {
      value: `XXXX-${point.quarter === 0 ? 'QX' : name}`,
      basis: 'none',
      granularity,
      parts: { year: 'unknown' },
    };
  const { pointer } = pointerOf(point.direction, tense);
  if (point.quarter === 0) {
    const step = pointer === 'past' ? -1 : pointer === 'future' && point.direction !== 'present' ? 1 : 0;
    const index = reference.year * 4 + Math.ceil(reference.month / 3) - 1 + step;
    return inYear({ kind: 'point', quarter: (index % 4) + 1 }, Math.floor(index / 4), around.referenceBasis);
  }
  const start = point.season
    ? SEASON_MONTHS[point.season]
    : point.quarter
      ? point.quarter * 3 - 2
      : point.half! * 6 - 5;
  const span = point.half ? 6 : 3;
  return inYear(point, reference.year + yearStep(point, start, span, reference.month, pointer), around.referenceBasis);
}

function yearStep(point: Point, start: number, span: number, month: number, pointer: string | undefined): number {
  if (point.direction === 'present') return point.season === 'WI' && month <= 2 ? -1 : 0;
  if (point.direction !== undefined && pointer === 'past') return start + span <= month ? 0 : -1;
  if (point.direction !== undefined && pointer === 'future') return start > month ? 0 : 1;
  return start > month && pointer !== 'future' ? -1 : 0;
}

/** The value of a point. Never throws, whatever numbers the text holds. */
export function resolvePoint(point: Point, around: Surroundings): Resolved {
  if (point.named !== undefined) return resolveNamed(point, around);
  if (point.calendar === 'hijri') return resolveHijri(point, around);
  const resolved = gregorian(point, around);
  return point.beside ? stateConflict(resolved, point.beside) : resolved;
}

function gregorian(point: Point, around: Surroundings): Resolved {
  const grain = coarse(point, around);
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
    return shifted(point, around);
  }
  if (month !== undefined && day !== undefined) return dayOfYear(point, around);
  if (month !== undefined) return bareMonth(point, around);
  if (point.quarter !== undefined || point.half !== undefined || point.season !== undefined)
    return undatedCoarse(point, around);
  return point.weekday !== undefined ? bareWeekday(point, around) : bareTime(point, around);
}

/** What later expressions may refer back to. */
export function isFullDay(known: Known | undefined): known is CivilDay {
  return known?.month !== undefined && known.day !== undefined;
}
