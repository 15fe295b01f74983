/** Ranges whose ends name themselves: «يومي الجمعة 9 والسبت 10 أوت», «من الأحد 5 إلى الخميس 9 مايو», «من 24/7 وحتى 4/8». */
import type { Point } from '../expression.ts';
import { isPartOfFigure } from '../phrases/number.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { readDay, withArticle } from './day-month.ts';
import { numericDate } from './numeric-date.ts';
import { opening, sharedTail } from './range.ts';
import type { Found, Rule } from './rule.ts';

const AND = '\u0648'; // WAW

interface NamedDay {
  readonly weekday: number;
  readonly day: number;
  readonly end: number;
}

/** «الجمعة 9», «الأحد الخامس». */
function readNamedDay(view: TokenView, at: number): NamedDay | null {
  const from = view.is(at, 'dayHead') && view.single(at)?.senses.weekday === undefined ? at + 1 : at;
  const weekday = view.single(from)?.senses.weekday;
  if (weekday === undefined || view.beginsLine(from + 1)) return null;
  const day = readDay(view, from + 1);
  return day && { weekday, day: day.value, end: day.end };
}

/** The place after «إلى» or «حتى», or of a word that و joins; -1 for anything else. */
function afterLink(view: TokenView, at: number): number {
  if (view.beginsLine(at)) return -1;
  const phrase = view.word(at);
  if (phrase?.senses.role?.includes('to')) return at + phrase.length;
  return view.single(at)?.clitics === AND && view.single(at)?.senses.weekday !== undefined ? at : -1;
}

export const weekdayRange: Rule = {
  name: 'weekday-range',
  wakes: Wake.Weekday,
  read(view, at): Found | null {
    const from = readNamedDay(view, at);
    const next = from ? afterLink(view, from.end) : -1;
    const to = next < 0 ? null : readNamedDay(view, next);
    const shared = to && sharedTail(view, to.end);
    if (!from || !to || !shared || from.day >= to.day) return null;
    const bare = (view.single(at)?.clitics ?? '') === '';
    const one = ({ weekday, day }: NamedDay): Point => ({ kind: 'point', weekday, day, ...shared.fields });
    return {
      first: bare ? opening(view, at).first : at,
      last: shared.end,
      meaning: { kind: 'interval', from: one(from), to: one(to) },
    };
  },
};

/** Day and month in figures, «24/7»: alone it may as well be a fraction or round the clock. */
function readDayAndMonth(view: TokenView, at: number): { day: number; month: number; end: number } | null {
  const day = view.number(at);
  const month = view.number(at + 2);
  if (day < 1 || day > 31 || month < 1 || month > 12 || view.digits(at) > 2 || view.digits(at + 2) > 2) return null;
  if (view.sign(at + 1) !== '/' || !view.glued(at + 1) || !view.glued(at + 2)) return null;
  return isPartOfFigure(view, at + 2) && view.sign(at + 3) === '/' ? null : { day, month, end: at + 3 };
}

/** Days up to this one could be numerators. */
const LARGEST_NUMERATOR = 4;

export const figureRange: Rule = {
  name: 'figure-range',
  wakes: Wake.Number,
  read(view, at): Found | null {
    const from = readDayAndMonth(view, at);
    const next = from ? afterLink(view, from.end) : -1;
    if (!from || next < 0) return null;
    const full = numericDate.read(view, next);
    const to = readDayAndMonth(view, next);
    const end = full?.meaning.kind === 'point' && full.meaning.day !== undefined ? full.meaning : null;
    if (!end && (!to || Math.max(from.day, to.day) <= LARGEST_NUMERATOR)) return null;
    const start: Point = {
      kind: 'point',
      day: from.day,
      month: from.month,
      ...(end?.year !== undefined && { year: end.year }),
    };
    const last: Point = end ?? { kind: 'point', day: to!.day, month: to!.month };
    return {
      first: opening(view, withArticle(view, at)).first,
      last: end ? full!.last : to!.end,
      meaning: { kind: 'interval', from: start, to: last },
    };
  },
};
