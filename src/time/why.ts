/** Why an expression has its value, in a sentence: what was asked of the calendar and what decided. */
import { parseIsoDay } from './civil.ts';
import type { Point, TimeExpression } from './expression.ts';
import { pointerOf } from './infer.ts';
import type { TimeMention } from './mention.ts';
import { ANAPHORS } from './resolve-shift.ts';
import { WEEKDAYS } from './resolved-day.ts';

const UNITS: Readonly<Record<string, string>> = {
  S: 'second', I: 'minute', H: 'hour', D: 'day', W: 'week', M: 'month', Y: 'year', DE: 'decade', CE: 'century',
}; // biome-ignore format: a table

/** «two days before 2024-05-31». */
function counted({ unit, amount }: NonNullable<Point['shift']>, from: string): string {
  if (amount === 0) return `the ${UNITS[unit]} of ${from}`;
  const many = Math.abs(amount);
  return `${many} ${UNITS[unit]}${many === 1 ? '' : 's'} ${amount < 0 ? 'before' : 'after'} ${from}`;
}

/** What points: the modifier, else the verb, else nothing but nearness. */
function pointing(point: Point, tense: string | undefined, from: string): string {
  const { pointer } = pointerOf(point.direction, tense);
  if (point.direction === 'present') return `the modifier points at the time of ${from}`;
  if (!pointer) return `nothing points: the nearest to ${from}`;
  const what = point.direction === undefined ? 'the verb' : 'the modifier';
  return `${what} points ${pointer === 'past' ? 'back' : 'ahead'} from ${from}`;
}

function agreeing(point: Point, mention: TimeMention, from: string): string | null {
  if (point.weekday === undefined || point.day === undefined || point.month === undefined) return null;
  if (mention.conflict || mention.basis === 'previous') return null;
  const year = mention.value.slice(0, 4);
  const nearest = mention.basis === 'weekday' ? 'the first such year not before' : 'of such years the one nearest to';
  return `the day is a ${WEEKDAYS[point.weekday]} in ${year}, ${nearest} ${from}`;
}

/** One sentence for the value of an expression. `reference`: what was counted from, when anything was. */
export function whyOf({ meaning, tense }: TimeExpression, mention: TimeMention, reference?: string): string {
  if (mention.invalid) return 'the calendar has no such date: it is never rolled over';
  const point = meaning.kind === 'interval' ? meaning.from : meaning.kind === 'point' ? meaning : null;
  if (!point) return meaning.kind === 'vague' ? 'it names no date' : 'an amount of time, on no calendar';
  if (mention.basis === 'explicit') return 'the text says all of it';
  if (mention.basis === 'none') return 'there is nothing to count from: left open';
  const anaphor = point.direction !== undefined && ANAPHORS.has(point.direction);
  if (mention.basis === 'previous' || anaphor) return 'taken from a date said elsewhere in the article';
  const from = reference && parseIsoDay(reference) ? reference : 'the latest date on the page';
  const weekday = agreeing(point, mention, from);
  if (weekday) return weekday;
  if (point.shift) return counted(point.shift, from);
  return pointing(point, tense, from);
}
