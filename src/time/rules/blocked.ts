/** Names that hold words of time and are no time: «المصري اليوم», «صلاة الجمعة», «جسر 6 أكتوبر», «الأمين العام». */

import { readTail } from '../phrases/date-tail.ts';
import { readDirection } from '../phrases/direction.ts';
import { readMonth } from '../phrases/month.ts';
import { readOrdinal } from '../phrases/number.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import type { Found, Rule } from './rule.ts';

const TODAY = '\u0627\u0644\u064a\u0648\u0645'; // اليوم

function dayEnd(view: TokenView, at: number): number {
  const value = view.number(at);
  if (value >= 1 && value <= 31) return at + 1;
  return readOrdinal(view, at)?.end ?? -1;
}

/** «كوبري أكتوبر», «شارع يوليو»: a month alone names a place, unless a year or a modifier follows. */
function namedAfterMonth(view: TokenView, at: number): Found | null {
  const month = readMonth(view, at + 1);
  if (!month || month.head || month.doubled || (view.word(at + 1)?.clitics ?? '') !== '') return null;
  return readTail(view, month.end).end > month.end ? null : { first: at, last: month.end, meaning: { kind: 'name' } };
}

/** Day and month after the head of a name; a year shows that a date is meant after all. */
function namedAfterDay(view: TokenView, at: number): Found | null {
  if (view.beginsLine(at + 1)) return null;
  const day = dayEnd(view, at + 1);
  if (day < 0) return namedAfterMonth(view, at);
  const month = readMonth(view, view.is(day, 'of') ? day + 1 : day);
  if (!month || readTail(view, month.end).end > month.end) return null;
  return { first: at, last: month.end, meaning: { kind: 'name' } };
}

const PLACES_OF_WEEKDAYS: ReadonlySet<string> = new Set([
  'مسجد',
  'جامع',
  'سوق',
  'شارع',
  'حي',
  'بلدة',
  'قرية',
  'وادي',
  'دوار',
]);

/** «مسجد الخميس», «وادي الأحد»: a place, unless more of a date follows. */
function namedAfterWeekday(view: TokenView, at: number): Found | null {
  const bare = view.form(at).slice(view.single(at)?.skip ?? 0);
  const word = view.single(at + 1);
  if (!PLACES_OF_WEEKDAYS.has(bare) || word?.senses.weekday === undefined || word.clitics !== '') return null;
  const dated = view.number(at + 2) >= 0 || readDirection(view, at + 2) !== null;
  return dated || view.beginsLine(at + 1) ? null : { first: at, last: at + 2, meaning: { kind: 'name' } };
}

/** «14 آذار» and «8 آذار» are the two camps of Lebanon when nothing else says that a day is meant. */
function isCamp(view: TokenView, at: number): Found | null {
  const value = view.number(at);
  if ((value !== 14 && value !== 8) || view.digits(at) > 2) return null;
  const month = view.word(at + 1)?.senses.month;
  if (month?.system !== 'levantine' || month.number !== 3) return null;
  if (view.senses(at - 1)?.weekday !== undefined || view.is(at - 1, 'dayHead') || view.is(at - 1, 'in')) return null;
  const read = readMonth(view, at + 1)!;
  if (read.doubled || readTail(view, read.end).end > read.end) return null;
  return { first: at, last: read.end, meaning: { kind: 'name' } };
}

const OPENING: ReadonlySet<string> = new Set(['(', '"', '\u00ab', '\u201c', '[']);
const CLOSING: ReadonlySet<string> = new Set([')', '"', '\u00bb', '\u201d', ']']);
const QUOTES: ReadonlySet<string> = new Set(['"', '\u00ab', '\u00bb', '\u201c', '\u201d']);
const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', ':', '|']);

/** «(بغداد اليوم)», «الأردن اليوم – …», «"اليوم"»: اليوم alone or with a place between signs, or at the head of a line, is an outlet. */
function isOutlet(view: TokenView, at: number): boolean {
  const name = view.single(at - 1);
  if (view.beginsLine(at) || view.single(at)?.clitics !== '') return false;
  if (QUOTES.has(view.sign(at - 1)) && QUOTES.has(view.sign(at + 1))) return true;
  if (!view.isWord(at - 1)) return false;
  const place = name?.senses.zoneName !== undefined;
  if (OPENING.has(view.sign(at - 2))) return (name === null || place) && CLOSING.has(view.sign(at + 1));
  return place && view.beginsLine(at - 1) && DASHES.has(view.sign(at + 1));
}

/** «زار روسيا اليوم الثلاثاء»: the weekday says that today is meant. */
function isTodayAfterAll(view: TokenView, end: number): boolean {
  return view.form(end - 1) === TODAY && !view.beginsLine(end) && view.word(end)?.senses.weekday !== undefined;
}

export const blocked: Rule = {
  name: 'name',
  wakes: Wake.Blocked | Wake.NameHead | Wake.Number | Wake.Deictic,
  read(view, at) {
    if (view.number(at) >= 0) return isCamp(view, at);
    const word = view.word(at);
    if (view.form(at) === TODAY && isOutlet(view, at)) return { first: at, last: at + 1, meaning: { kind: 'name' } };
    if (word?.senses.blocked !== undefined && !isTodayAfterAll(view, at + word.length))
      return { first: at, last: at + word.length, meaning: { kind: 'name' } };
    if (view.single(at)?.senses.nameHead === undefined) return null;
    return namedAfterWeekday(view, at) ?? namedAfterDay(view, at);
  },
};
