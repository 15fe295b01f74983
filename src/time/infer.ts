/** The year that a day or month without a year belongs to, and the day that a bare weekday means. */

import type { CivilDay } from './civil.ts';
import { civilDay, dayNumber, isCivilDay, weekdayOf } from './civil.ts';
import type { Direction } from './expression.ts';

type Pointer = 'past' | 'future' | undefined;

/** What a modifier, or else the verb, asks for. */
export function pointerOf(
  direction: Direction | undefined,
  tense: string | undefined,
): { pointer: Pointer; strict: boolean } {
  if (direction === 'past' || direction === 'past2' || direction === 'previous' || direction === 'last')
    return { pointer: 'past', strict: true };
  if (direction === 'future' || direction === 'future2' || direction === 'next' || direction === 'new')
    return { pointer: 'future', strict: true };
  if (direction === 'present') return { pointer: undefined, strict: false };
  const past = tense === 'past' || tense === 'told';
  return { pointer: past ? 'past' : tense === 'future' ? 'future' : undefined, strict: false };
}

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

const years = (year: number, reach: number): number[] =>
  Array.from({ length: reach * 2 + 1 }, (_, i) => year - reach + i);

/** A remote verb of the past that sends a bare day and month back so far belongs to something else. */
const FAR_BACK = 250;

/** Year of a day and month near `reference`: by pointer, else the nearest. Null where no year has such a day. */
export function yearOfDay(
  month: number,
  day: number,
  reference: CivilDay,
  pointer: Pointer,
  strict: boolean,
  tense?: string,
): number | null {
  const now = numberOf(reference);
  const candidates = years(reference.year, 8)
    .filter(year => isCivilDay(year, month, day))
    .map(year => ({ year, distance: dayNumber(year, month, day) - now }));
  const wanted = candidates.filter(({ distance }) =>
    pointer === 'past'
      ? strict
        ? distance < 0
        : distance <= 0
      : pointer === 'future'
        ? strict
          ? distance > 0
          : distance >= 0
        : true,
  );
  const best = nearest(wanted);
  const far = tense === 'told' && !strict && best !== null && best.distance < -FAR_BACK;
  return (far ? nearest(candidates) : best)?.year ?? null;
}

interface Candidate {
  readonly year: number;
  /** Days from the reference. */
  readonly distance: number;
}

function nearest(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates) if (!best || Math.abs(one.distance) < Math.abs(best.distance)) best = one;
  return best;
}

/** Years within which a modifier («المقبل») still lets a weekday choose. */
const REACH = 3;

/** Year near `reference` in which the day falls on `weekday`; it overrides tense, and a modifier only halves the search. */
export function yearOfWeekday(
  month: number,
  day: number,
  weekday: number,
  reference: CivilDay,
  pointer: Pointer,
): number | null {
  const now = numberOf(reference);
  const wanted = (distance: number): boolean =>
    pointer === 'past' ? distance < 0 : pointer === 'future' ? distance > 0 : true;
  const best = nearest(
    years(reference.year, pointer ? REACH : 12)
      .filter(year => isCivilDay(year, month, day) && weekdayOf(dayNumber(year, month, day)) === weekday)
      .map(year => ({ year, distance: dayNumber(year, month, day) - now }))
      .filter(({ distance }) => wanted(distance)),
  );
  return best?.year ?? null;
}

/** First year not before `bound` in which the day falls on `weekday`. */
export function yearFrom(month: number, day: number, weekday: number, bound: CivilDay): number | null {
  for (let year = bound.year; year < bound.year + 12; year++) {
    if (!isCivilDay(year, month, day)) continue;
    const number = dayNumber(year, month, day);
    if (number >= numberOf(bound) && weekdayOf(number) === weekday) return year;
  }
  return null;
}

/** Year of a bare month near the reference's month. */
export function yearOfMonth(month: number, reference: CivilDay, pointer: Pointer, strict: boolean): number {
  const ahead = month - reference.month;
  if (pointer === 'past') return ahead < 0 || (!strict && ahead === 0) ? reference.year : reference.year - 1;
  if (pointer === 'future') return ahead > 0 || (!strict && ahead === 0) ? reference.year : reference.year + 1;
  if (ahead > 6) return reference.year - 1;
  return ahead < -6 ? reference.year + 1 : reference.year;
}

/** The day that a bare weekday means: the last one up to the reference, unless verb or modifier point ahead. */
export function dayOfWeekday(
  weekday: number,
  reference: CivilDay,
  direction: Direction | undefined,
  tense: string | undefined,
): CivilDay {
  const now = numberOf(reference);
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  const { pointer, strict } = pointerOf(direction, tense);
  const later = ahead === 0 && strict ? 7 : ahead;
  const earlier = ahead === 0 ? (strict ? -7 : 0) : ahead - 7;
  const extra = direction === 'past2' ? -7 : direction === 'future2' ? 7 : 0;
  const future = pointer === 'future' || (direction === 'present' && tense !== 'past' && tense !== 'told');
  return civilDay(now + (future ? later : earlier) + extra);
}
