/** «15 أكتوبر 2024», «الخامس عشر من شعبان», «فاتح ماي», «الـ15 من الشهر الجاري», «24th, October 2023», «31-مايو-2020». */

import { readTail } from '../phrases/date-tail.ts';
import { readDirection, readPeriod, readPlainPeriod, stepsOf } from '../phrases/direction.ts';
import { readMonth } from '../phrases/month.ts';
import { isPartOfFigure, type Read, readOrdinal } from '../phrases/number.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

/** The article written before a figure, «الـ15», also with a clitic before it. */
export const ARTICLES: ReadonlySet<string> = new Set(['ال', 'وال', 'بال', 'فال', 'كال']);
const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
const SEPARATORS: ReadonlySet<string> = new Set(['/', '-', '\u2013', '.', ',', '\u060c']);

/** «الأسبوع الثالث من يونيو»: the third week, not the third day. */
function isRankOfWeek(view: TokenView, at: number): boolean {
  return !view.beginsLine(at) && view.single(at - 1)?.senses.unit === 'W.1';
}

/** Day of a month in figures, ordinals or the Moroccan «فاتح»; numbers above 31 are none. */
export function readDay(view: TokenView, at: number): Read<number> | null {
  const value = view.number(at);
  if (value >= 0) {
    if (value < 1 || value > 31 || view.digits(at) > 2 || isPartOfFigure(view, at)) return null;
    return { value, end: SUFFIXES.has(view.key(at + 1)) ? at + 2 : at + 1 };
  }
  const word = view.single(at);
  if (word?.senses.firstDay !== undefined) return { value: 1, end: at + 1 };
  const ordinal = isRankOfWeek(view, at) ? null : readOrdinal(view, at);
  return ordinal && ordinal.value <= 31 ? ordinal : null;
}

/** The place where an expression that begins with a number starts: before «الـ». */
export function withArticle(view: TokenView, at: number): number {
  return !view.beginsLine(at) && view.number(at) >= 0 && ARTICLES.has(view.form(at - 1)) ? at - 1 : at;
}

/** «15 من الشهر الجاري», «السابع من هذا الشهر». */
function dayOfPeriod(view: TokenView, first: number, day: Read<number>): Found | null {
  if (!view.is(day.end, 'of') || view.word(day.end)?.clitics !== '') return null;
  const from = day.end + 1;
  const period = readPeriod(view, from) ?? (view.number(day.end - 1) >= 0 ? readPlainPeriod(view, from) : null);
  if (period?.value.unit !== 'M') return null;
  const { direction } = period.value;
  const anaphor = direction === 'same' || direction === 'next' || direction === 'previous';
  return point(first, period.end, {
    day: day.value,
    shift: { unit: 'M', amount: stepsOf(direction) },
    ...(anaphor && { direction }),
  });
}

/** Words that a day of the month follows: «يوم 20», «الخميس 20», «بتاريخ 20»; and those that any amount may follow. */
function isDated(view: TokenView, at: number): boolean {
  return view.is(at, 'dayHead') || view.is(at, 'dateHead') || view.senses(at)?.weekday !== undefined;
}

const PLACES = ['in', 'since', 'to', 'from', 'before', 'after'];

/** «في 20 الجاري», «يوم 5 المقبل»: the month is left unsaid, its modifier stays. */
function dayOfUnsaidMonth(view: TokenView, first: number, day: Read<number>): Found | null {
  const direction =
    view.number(day.end - 1) >= 0 && view.single(day.end)?.definite ? readDirection(view, day.end) : null;
  if (!direction || view.beginsLine(first)) return null;
  const { value } = direction;
  const dated = isDated(view, first - 1);
  const placed = view.single(first - 1)?.senses.role?.some(role => PLACES.includes(role)) ?? false;
  const valid = value === 'present' ? dated || placed : dated && (value === 'past' || value === 'future');
  return valid ? point(first, direction.end, { day: day.value, shift: { unit: 'M', amount: stepsOf(value) } }) : null;
}

function afterDay(view: TokenView, end: number): number {
  if (view.is(end, 'of') && view.word(end)?.clitics === '') return end + 1;
  if (SEPARATORS.has(view.sign(end)) && !view.beginsLine(end + 1)) return end + 1;
  return end;
}

/** A month after a day must carry no clitic of its own; «مارس» after a counted noun's number is still the month. */
function isPlacedDay(view: TokenView, first: number): boolean {
  if (view.beginsLine(first)) return false;
  return (
    isDated(view, first - 1) || (view.single(first - 1)?.senses.role?.some(role => PLACES.includes(role)) ?? false)
  );
}

function dayBeforeMonth(view: TokenView, first: number, day: Read<number>): Found | null {
  const from = afterDay(view, day.end);
  if (view.beginsLine(from)) return null;
  const month = readMonth(view, from);
  if (!month || (view.word(from)?.clitics ?? '') !== '') return null;
  const english = SUFFIXES.has(view.key(day.end - 1)); // «31st, May 2024»: the ordinal says that May is a month
  if (month.value.weak === 'name' && !english && SEPARATORS.has(view.sign(day.end)) && !view.glued(day.end + 1))
    return null;
  const tail = readTail(view, month.end);
  const { calendar } = month.value;
  if (month.value.weak === 'name' && calendar === 'hijri' && tail.end === month.end && !month.head) {
    const ranked = view.single(first)?.definite === true && from === day.end; // «الشوط الأول صفر»
    const scored = view.number(day.end - 1) >= 0 && !isPlacedDay(view, first); // «3 صفر»
    if (ranked || scored) return null;
  }
  return point(first, tail.end, {
    day: day.value,
    month: month.value.number,
    ...tail.value,
    system: month.value.system,
    ...(calendar === 'hijri' && { calendar }),
  });
}

/** «October 31, 2024», «مايو 31, 2024»: the English order, with a year only. */
function monthBeforeDay(view: TokenView, at: number): Found | null {
  const month = readMonth(view, at);
  const day = month && view.number(month.end);
  if (!month || !day || day < 1 || day > 31 || view.digits(month.end) > 2) return null;
  const end = SUFFIXES.has(view.key(month.end + 1)) ? month.end + 2 : month.end + 1;
  const tail = readTail(view, end);
  if (tail.value.year === undefined) return null;
  return point(at, tail.end, { day, month: month.value.number, ...tail.value, system: month.value.system });
}

export const dayMonth: Rule = {
  name: 'day-month',
  wakes: Wake.Number | Wake.Ordinal | Wake.FirstDay | Wake.Month | Wake.Deictic,
  read(view, at) {
    const word = view.single(at);
    if (word?.senses.month && view.number(at) < 0) {
      const found = monthBeforeDay(view, at);
      if (found) return found;
    }
    const from = word?.senses.deictic === 0 && readOrdinal(view, at + 1) ? at + 1 : at;
    const day = readDay(view, from);
    if (!day) return null;
    if (from > at && !view.is(day.end, 'of')) return null;
    const first = from > at ? at : withArticle(view, at);
    return dayOfPeriod(view, first, day) ?? dayBeforeMonth(view, first, day) ?? dayOfUnsaidMonth(view, first, day);
  },
};
