/**
 * Neighbours that are one expression: «مساء» + «أمس» + «الخميس» + «30 مايو 2024» + «الساعة 7». Each join looks at two
 * readings and what stands between them. The order of the list matters where two joins could apply: edges first, because
 * they have no meaning of their own, then what makes one day, then its clock, then its date in the other calendar.
 */

import type { Point } from './expression.ts';
import { settleHour, zoneEnd } from './phrases/clock.ts';
import type { Found } from './rules/rule.ts';
import type { TokenView } from './view.ts';

/** A reading with the names of the rules that made it. */
export interface Atom extends Found {
  readonly rule: string;
}

/** What stands between two readings. */
export type Link = 'next' | 'comma' | 'dash' | 'slash' | 'open' | 'and' | 'to' | 'of' | 'in' | 'match' | 'bar';

const LINK_OF_SIGN: Readonly<Record<string, Link>> = {
  ',': 'comma',
  '\u060c': 'comma',
  '-': 'dash',
  '\u2013': 'dash',
  '\u2014': 'dash',
  '/': 'slash',
  '(': 'open',
  '|': 'bar',
};
const AND = '\u0648';
const LAM = '\u0644';

function linkOfToken(view: TokenView, at: number): Link | null {
  const sign = view.sign(at);
  if (sign !== '') return LINK_OF_SIGN[sign] ?? null;
  const form = view.form(at);
  if (form === AND) return 'and';
  if (form === '') return 'dash'; // a lone tatweel
  const word = view.single(at);
  const roles = word?.senses.role ?? [];
  if (roles.includes('match')) return 'match';
  if (word?.clitics !== '' && word?.clitics !== AND) return null;
  if (roles.includes('to')) return 'to';
  if (word.clitics === AND) return null;
  if (roles.includes('of')) return 'of';
  return roles.includes('in') ? 'in' : null;
}

/** What stands between two readings; null when it is anything that keeps them apart. */
export function linkBetween(view: TokenView, a: Found, b: Found): Link | null {
  for (let i = a.last; i <= b.first; i++) if (view.beginsLine(i)) return null;
  const clitics = view.number(b.first) >= 0 ? '' : (view.word(b.first)?.clitics ?? '');
  const tokens = b.first - a.last;
  if (tokens === 0) return clitics === '' ? 'next' : clitics === AND ? 'and' : clitics === '\u0628' ? 'in' : null;
  const phrase = view.word(a.last);
  if (phrase && phrase.length === tokens && clitics === '' && phrase.senses.role?.includes('to')) return 'to';
  const first = linkOfToken(view, a.last);
  if (tokens === 1) return first === 'match' || clitics === '' || clitics === LAM ? first : null;
  if (tokens > 3 || clitics !== '') return null;
  const second = linkOfToken(view, a.last + 1);
  if (first === 'match' || second === 'match') return tokens === 2 || view.form(b.first - 1) === LAM ? 'match' : null;
  return first === 'comma' && second === 'in' && tokens === 2 ? 'in' : null;
}

const isPoint = (found: Found): Point | null => (found.meaning.kind === 'point' ? found.meaning : null);
/** Only a part of the day, no day. */
const isPartOnly = (p: Point): boolean => p.part !== undefined && !saysDay(p) && p.clock === undefined;
const saysDay = (p: Point): boolean =>
  p.day !== undefined || p.weekday !== undefined || p.shift?.unit === 'D' || p.named !== undefined;
/** A weekday or a relative day without a day of the month. */
const isLooseDay = (p: Point): boolean => (p.weekday !== undefined || p.shift?.unit === 'D') && p.day === undefined;
const isDated = (p: Point): boolean =>
  p.day !== undefined && p.weekday === undefined && (p.month !== undefined || p.shift?.unit === 'M');
const isClockOnly = (p: Point): boolean => p.clock !== undefined && !saysDay(p);
const isYearOnly = (p: Point): boolean =>
  (p.year !== undefined || p.shift?.unit === 'Y') &&
  p.month === undefined &&
  p.quarter === undefined &&
  p.half === undefined &&
  p.season === undefined;
const isEmpty = (p: Point): boolean => Object.keys(p).length === 1;

/** Joined meaning of two points, or null. */
type Join = (a: Point, b: Point, link: Link) => Point | null;

const joinPartAndDay: Join = (a, b, link) => {
  if (link !== 'next') return null;
  if (isPartOnly(a) && saysDay(b) && b.part === undefined && b.clock === undefined) return { ...b, part: a.part! };
  if (isPartOnly(b) && saysDay(a) && a.part === undefined && a.clock === undefined) return { ...a, part: b.part! };
  return null;
};

/** «ليل السبت الأحد», «ليلة السبت - الأحد»: one night between two days. */
const joinNight: Join = (a, b, link) =>
  (link === 'next' || link === 'dash' || link === 'slash') &&
  (a.part === 'NI' || a.part === 'MN') &&
  a.weekday !== undefined &&
  b.weekday === (a.weekday % 7) + 1 &&
  a.day === undefined &&
  b.day === undefined
    ? a
    : null;

const joinRelativeAndWeekday: Join = (a, b, link) => {
  if (link !== 'next' && link !== 'open' && link !== 'slash' && link !== 'comma') return null;
  if (a.shift?.unit !== 'D' || a.weekday !== undefined || b.weekday === undefined || b.shift || b.part) return null;
  return { ...b, ...a, direction: b.direction ?? a.direction } as Point;
};

const DATE_LINKS: ReadonlySet<Link> = new Set<Link>(['next', 'comma', 'dash', 'open', 'match', 'bar', 'slash', 'in']);

const joinDayAndDate: Join = (a, b, link) => {
  if (!DATE_LINKS.has(link) || !isLooseDay(a) || !isDated(b) || a.month !== undefined) return null;
  if (a.shift && b.calendar === 'hijri' && b.year === undefined) return { ...a, beside: b };
  if (a.shift && b.shift) return { ...a, ...b, part: a.part } as Point;
  const joined = { ...a, ...b };
  if (a.direction !== undefined && b.direction === undefined) delete (joined as { direction?: unknown }).direction;
  return joined;
};

/** «2015/8/4 الثلاثاء»: the weekday behind a full date. */
const joinDateAndWeekday: Join = (a, b, link) =>
  (link === 'next' || link === 'open' || link === 'dash') &&
  isDated(a) &&
  a.year !== undefined &&
  b.weekday !== undefined &&
  Object.keys(b).length === 2
    ? { ...a, weekday: b.weekday }
    : null;

const joinWeekdayOfWeek: Join = (a, b, link) =>
  (link === 'of' || link === 'next') &&
  a.weekday !== undefined &&
  !a.shift &&
  a.day === undefined &&
  b.shift?.unit === 'W' &&
  b.weekday === undefined &&
  !b.weekend
    ? { ...b, ...a, shift: b.shift }
    : null;

const CLOCK_LINKS: ReadonlySet<Link> = new Set<Link>(['next', 'comma', 'in', 'dash', 'bar', 'of', 'open']);

const joinDayAndClock: Join = (a, b, link) => {
  if (!CLOCK_LINKS.has(link)) return null;
  const [day, clock] = isClockOnly(b) ? [a, b] : [b, a];
  if (!isClockOnly(clock) || day.clock !== undefined || !(saysDay(day) || isPartOnly(day))) return null;
  if (day.part === 'MN') return null; // midnight is an hour already
  if (link === 'of' && day === a) return null;
  const part = day.part ?? clock.part;
  const { part: _, ...rest } = { ...clock, ...day };
  return { ...rest, clock: part === undefined ? clock.clock! : settleHour(clock.clock!, part) };
};

const sameGrain = (a: Point, b: Point): boolean =>
  (a.day !== undefined) === (b.day !== undefined) && (a.month !== undefined) === (b.month !== undefined);

/** «15 شعبان 1444 الموافق 7 مارس 2023»: one day in two calendars; the Gregorian one is the value. */
const joinCalendars: Join = (a, b, link) => {
  if (link === 'and' || link === 'to' || link === 'in' || link === 'of') return null;
  if ((a.calendar === 'hijri') === (b.calendar === 'hijri') || !sameGrain(a, b)) return null;
  if (a.day === undefined && a.year === undefined) return null;
  if (b.day === undefined && b.year === undefined) return null;
  const [hijri, civil] = a.calendar === 'hijri' ? [a, b] : [b, a];
  if (civil.shift || (civil.year === undefined && civil.day === undefined)) return null;
  const weekday = civil.weekday ?? hijri.weekday;
  const part = civil.part ?? hijri.part;
  return { ...civil, ...(weekday !== undefined && { weekday }), ...(part !== undefined && { part }), beside: hijri };
};

/** «الربع الثالث من 2015», «صيف العام الماضي», «يوليو من العام الماضي». */
const joinCoarseAndYear: Join = (a, b, link) => {
  if (link !== 'of' && link !== 'next') return null;
  if (!isYearOnly(b) || a.year !== undefined || a.shift || a.direction !== undefined) return null;
  const coarse = a.quarter !== undefined || a.half !== undefined || a.season !== undefined || a.month !== undefined;
  return coarse && (a.calendar ?? b.calendar) === b.calendar ? { ...b, ...a } : null;
};

/** «العام الحالي 2015م», «الربع الثاني من هذا العام (2015)»: the year in figures says which. */
const joinYearAndFigure: Join = (a, b, link) => {
  if (
    (link !== 'next' && link !== 'open') ||
    a.shift?.unit !== 'Y' ||
    a.year !== undefined ||
    a.direction !== undefined
  )
    return null;
  if (b.year === undefined || !isYearOnly(b) || b.shift) return null;
  const { shift: _, ...rest } = a;
  return { ...rest, ...b };
};

/** Joins of two points, tried in order. */
const POINT_JOINS: readonly Join[] = [
  joinPartAndDay,
  joinNight,
  joinRelativeAndWeekday,
  joinDayAndDate,
  joinDateAndWeekday,
  joinWeekdayOfWeek,
  joinDayAndClock,
  joinCalendars,
  joinCoarseAndYear,
  joinYearAndFigure,
];

const CLOSER: Readonly<Partial<Record<Link, string>>> = { open: ')', slash: '/' };

/** A bracket or slash that was opened between the two and closes after them belongs to the span. */
function closedEnd(view: TokenView, last: number, link: Link): number {
  const closer = CLOSER[link];
  return closer !== undefined && view.sign(last) === closer && !view.beginsLine(last) ? last + 1 : last;
}

/** Edge + whatever has a grain: «مطلع» + «2015», «أواخر» + «يوليو الماضي», «نهاية» + «شهر رمضان». */
function joinEdge(a: Atom, b: Atom, link: Link): Atom | null {
  const empty = isPoint(a);
  if (!empty || !isEmpty(empty) || a.mod === undefined || (link !== 'next' && link !== 'of')) return null;
  const to = isPoint(b);
  if (b.weak || !to || to.clock || isPartOnly(to) || (to.shift?.unit === 'D' && to.day === undefined) || b.mod)
    return null;
  return { first: a.first, last: b.last, meaning: to, mod: a.mod, rule: `${a.rule}+${b.rule}` };
}

/** «النصف الأول من يوليو»: the beginning or the end of a month. */
function joinHalfOfMonth(a: Atom, b: Atom, link: Link): Atom | null {
  const half = isPoint(a)?.half;
  const month = isPoint(b);
  if (half === undefined || isPoint(a)?.year !== undefined || link !== 'of' || !month || saysDay(month)) return null;
  if (month.month === undefined && month.shift?.unit !== 'M') return null;
  return {
    first: a.first,
    last: b.last,
    meaning: month,
    mod: half === 1 ? 'START' : 'END',
    rule: `${a.rule}+${b.rule}`,
  };
}

/** One expression of two neighbours, or null when they stand for themselves. */
export function joinAtoms(view: TokenView, a: Atom, b: Atom): Atom | null {
  const link = linkBetween(view, a, b);
  if (link === null) return null;
  const special = joinEdge(a, b, link) ?? joinHalfOfMonth(a, b, link);
  if (special) return special;
  const left = isPoint(a);
  const right = isPoint(b);
  if (!left || !right || isEmpty(left) || isEmpty(right)) return null;
  for (const join of POINT_JOINS) {
    const meaning = join(left, right, link);
    if (!meaning) continue;
    const weak = a.weak && b.weak && !saysDay(meaning) && meaning.clock === undefined && meaning.year === undefined;
    const mod = a.mod ?? b.mod;
    const last = closedEnd(view, b.last, link);
    return {
      first: a.first,
      last: meaning.clock ? Math.max(last, zoneEnd(view, last)) : last,
      meaning,
      rule: `${a.rule}+${b.rule}`,
      ...(mod && { mod }),
      ...(weak && { weak }),
    };
  }
  return null;
}
