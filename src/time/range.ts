/** Ranges between whole expressions: «من السبت إلى الثلاثاء», «بين يوليو وسبتمبر», «الخميس والجمعة». Runs after the joins. */
import type { Point } from './expression.ts';
import { type Atom, type Link, linkBetween } from './join.ts';
import type { TokenView } from './view.ts';

function grain(p: Point): string {
  if (p.clock) return 'clock';
  if (p.day !== undefined || p.weekday !== undefined || p.shift?.unit === 'D' || p.named) return 'day';
  if (p.month !== undefined) return 'month';
  if (p.year !== undefined) return 'year';
  return p.shift ? p.shift.unit : 'other';
}

const isWeekdayOnly = (p: Point): boolean =>
  p.weekday !== undefined && p.day === undefined && !p.shift && p.part === undefined && !p.clock;

/** The word that opens a range before token `first`: its index, or -1. */
function opener(view: TokenView, first: number, link: Link): number {
  if (view.beginsLine(first)) return -1;
  const clitics = view.number(first) >= 0 ? '' : (view.word(first)?.clitics ?? '');
  if (clitics !== '') return -1;
  const two = view.word(first - 2);
  if (link === 'and' && two?.length === 2 && two.senses.role?.includes('between')) return first - 2;
  const roles = view.single(first - 1)?.senses.role ?? [];
  if (link === 'and') return roles.includes('between') ? first - 1 : -1;
  return roles.includes('from') || roles.includes('between') ? first - 1 : -1;
}

/** What the second end says for both: «من 28 يونيو إلى 3 يوليو 2015», «السبت والأحد الماضيين». */
function shared(a: Point, b: Point): Point {
  const year =
    a.year === undefined && !a.shift && a.direction === undefined && a.calendar === b.calendar ? b.year : undefined;
  const direction = a.direction === undefined && a.year === undefined && !a.shift ? b.direction : undefined;
  const month = a.month === undefined && a.day !== undefined && !a.shift ? b.month : undefined;
  const shift = grain(a) === 'month' && a.year === undefined && a.direction === undefined ? b.shift : undefined;
  return {
    ...a,
    ...(year !== undefined && { year }),
    ...(direction !== undefined && { direction }),
    ...(month !== undefined && { month }),
    ...(shift !== undefined && { shift }),
  };
}

function followsWeekday(a: Point, b: Point): boolean {
  return isWeekdayOnly(a) && isWeekdayOnly(b) && b.weekday === (a.weekday! % 7) + 1;
}

/** «يومي», «أيام» before a list of weekdays belong to the span. */
function withDaysHead(view: TokenView, first: number): number {
  if (view.beginsLine(first) || (view.word(first)?.clitics ?? '') !== '') return first;
  return view.is(first - 1, 'daysHead') ? first - 1 : first;
}

/** «الأربعاء والخميس 20 و21 شوال», «… الموافق …»: the same days twice; the ones with a Gregorian date are the value. */
function joinTwoIntervals(a: Atom, b: Atom, link: Link, rule: string): Atom | null {
  if (
    a.meaning.kind !== 'interval' ||
    b.meaning.kind !== 'interval' ||
    link === 'and' ||
    link === 'to' ||
    link === 'of'
  )
    return null;
  const weekdays = isWeekdayOnly(a.meaning.from) && !isWeekdayOnly(b.meaning.from);
  const calendars =
    (a.meaning.from.calendar === 'hijri') !== (b.meaning.from.calendar === 'hijri') &&
    grain(a.meaning.from) === grain(b.meaning.from);
  if (!weekdays && !calendars) return null;
  const kept = calendars && !weekdays && b.meaning.from.calendar === 'hijri' ? a.meaning : b.meaning;
  return { first: a.first, last: b.last, rule, meaning: kept };
}

const TWO_MONTHS = '\u0634\u0647\u0631\u064a'; // شهري

/** «شهري يوليو وأغسطس». */
function isDualHead(view: TokenView, at: number): boolean {
  return view.form(at).endsWith(TWO_MONTHS);
}

/** A range of two neighbouring expressions, or null. */
export function joinRange(view: TokenView, a: Atom, b: Atom): Atom | null {
  const link = linkBetween(view, a, b);
  if (link === null) return null;
  const rule = `${a.rule}+${b.rule}`;
  if (a.meaning.kind === 'interval' && b.meaning.kind === 'interval') return joinTwoIntervals(a, b, link, rule);
  if (b.meaning.kind !== 'point') return null;
  if (a.meaning.kind === 'interval') {
    const { from, to } = a.meaning;
    const goesOn = (link === 'and' || link === 'comma') && followsWeekday(to, b.meaning);
    return goesOn
      ? {
          first: a.first,
          last: b.last,
          rule,
          meaning: { kind: 'interval', from: shared(from, b.meaning), to: b.meaning },
        }
      : null;
  }
  if (a.meaning.kind !== 'point' || a.mod === 'BEFORE') return null;
  const from = a.meaning;
  const to = b.meaning;
  if (link === 'and' && followsWeekday(from, to) && (from.direction === undefined || from.direction === to.direction))
    return {
      first: withDaysHead(view, a.first),
      last: b.last,
      rule,
      meaning: { kind: 'interval', from: shared(from, to), to },
    };
  if (
    link === 'and' &&
    grain(from) === 'month' &&
    grain(to) === 'month' &&
    from.year === undefined &&
    isDualHead(view, a.first)
  )
    return { first: a.first, last: b.last, rule, meaning: { kind: 'interval', from: shared(from, to), to } };
  if (grain(from) !== grain(to) || grain(from) === 'other') return null;
  if (link !== 'to' && link !== 'and' && link !== 'dash') return null;
  const open = opener(view, a.first, link);
  const dashed =
    link === 'dash' &&
    (grain(from) === 'month' || (from.day !== undefined && to.day !== undefined)) &&
    to.year !== undefined;
  if (open < 0 && !dashed) return null;
  return {
    first: open < 0 ? a.first : open,
    last: b.last,
    rule,
    meaning: { kind: 'interval', from: shared(from, to), to },
  };
}
