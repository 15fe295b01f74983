/** 27-11-2019, 2017/3/31, 31.12.2025, 27/4/1445هـ, 2024-05-31T06:30, 12/2023; day before month unless proved otherwise. */

import { Gap } from '../../text/tokenise.ts';
import type { Point } from '../expression.ts';
import { readEra } from '../phrases/year.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

const SEPARATORS: ReadonlySet<string> = new Set(['/', '-', '.', '\\', '\u2013', '\u2010', '\u2011']); // EN DASH, HYPHEN, NON-BREAKING HYPHEN

/** Separators that may have spaces round them. */
const SPACED: ReadonlySet<string> = new Set(['/', '-', '\u2013']);

interface Figures {
  readonly values: readonly number[];
  readonly digits: readonly number[];
  readonly sign: string;
  readonly last: number;
}

/** Numbers joined by one and the same separator, at most four; spaces are allowed round a slash. */
function readFigures(view: TokenView, at: number): Figures | null {
  const sign = view.sign(at + 1);
  if (!SEPARATORS.has(sign)) return null;
  const values = [view.number(at)];
  const digits = [view.digits(at)];
  let i = at + 1;
  while (values.length < 4 && view.sign(i) === sign && view.number(i + 1) >= 0) {
    const spaced = !view.glued(i) || !view.glued(i + 1);
    if (spaced && (!SPACED.has(sign) || view.beginsLine(i) || view.beginsLine(i + 1))) break;
    values.push(view.number(i + 1));
    digits.push(view.digits(i + 1));
    i += 2;
  }
  return values.length > 1 ? { values, digits, sign, last: i } : null;
}

/** True where the figures go on from something before them: an address, a version, a telephone number. */
function continues(view: TokenView, at: number): boolean {
  return (
    view.glued(at) &&
    (SEPARATORS.has(view.sign(at - 1)) || view.sign(at - 1) === ',') &&
    view.glued(at - 1) &&
    view.number(at - 2) >= 0
  );
}

function isYear(value: number, digits: number): boolean {
  return digits === 4 && value >= 1300 && value <= 2199;
}

function withCalendar(year: number, era: 'hijri' | undefined): Pick<Point, 'year' | 'calendar'> {
  return era === 'hijri' || year < 1500 ? { year, calendar: 'hijri' } : { year };
}

type Fields = Pick<Point, 'year' | 'month' | 'day' | 'swappable'>;

function dayAndMonth(first: number, second: number, year: number): Fields | null {
  if (first < 1 || second < 1 || first > 31 || second > 31) return null;
  if (second > 12) return first <= 12 ? { year, month: first, day: second } : null;
  const swappable = first <= 12 && first !== second ? ({ swappable: true } as const) : {};
  return { year, month: second, day: first, ...swappable };
}

function fieldsOf({ values: [a, b, c], digits, sign }: Figures): Fields | null {
  if (isYear(c, digits[2])) return dayAndMonth(a, b, c);
  if (isYear(a, digits[0]) && digits[1] <= 2 && digits[2] <= 2) {
    if (b >= 1 && b <= 12 && c >= 1 && c <= 31) return { year: a, month: b, day: c };
    return c >= 1 && c <= 12 && b >= 1 && b <= 31 ? { year: a, month: c, day: b } : null;
  }
  if (sign === '.' || digits[2] !== 2 || digits[0] > 2 || digits[1] > 2 || c > 40) return null;
  return sign === '/' || sign === '-' ? dayAndMonth(a, b, 2000 + c) : null;
}

/** The rest of an ISO time stamp: T06:30:00Z, +0000. */
function readIsoTime(view: TokenView, at: number): { clock: Point['clock']; end: number } | null {
  if (view.key(at) !== 't' || !view.glued(at) || view.sign(at + 2) !== ':') return null;
  const hour = view.number(at + 1);
  const minute = view.number(at + 3);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return null;
  let end = at + 4;
  if (view.sign(end) === ':' && view.number(end + 1) >= 0) end += 2;
  if (view.sign(end) === '.' && view.glued(end) && view.glued(end + 1) && view.number(end + 1) >= 0) end += 2;
  if (view.key(end) === 'z' && view.glued(end)) end++;
  else if ((view.sign(end) === '+' || view.sign(end) === '-') && view.glued(end) && view.number(end + 1) >= 0)
    end += view.sign(end + 2) === ':' ? 4 : 2;
  return { clock: { hour, minute }, end };
}

function monthAndYear(view: TokenView, at: number, { values: [a, b], digits, sign, last }: Figures): Found | null {
  if ((sign !== '/' && sign !== '-') || (sign === '-' && !view.glued(at + 1))) return null;
  if (a >= 1 && a <= 12 && isYear(b, digits[1]) && b >= 1900 && digits[0] <= 2)
    return point(at, last, { month: a, year: b });
  if (isYear(a, digits[0]) && a >= 1900 && b >= 1 && b <= 12 && digits[1] === 2 && !isAcademic(a, b))
    return point(at, last, { month: b, year: a });
  const dated = view.senses(at - 1)?.weekday !== undefined || view.is(at - 1, 'dayHead') || view.is(at - 1, 'dateHead');
  if (!dated || sign !== '/' || a < 1 || a > 31 || b < 1 || b > 12) return null;
  return point(at, last, { day: a, month: b });
}

/** 2011/12 may be a season of two years rather than December: only the following year is. */
function isAcademic(year: number, next: number): boolean {
  return (year + 1) % 100 === next && next > 12;
}

export const numericDate: Rule = {
  name: 'numeric-date',
  wakes: Wake.Number | Wake.Year,
  read(view, at) {
    if (view.digits(at) > 4 || continues(view, at)) return null;
    const figures = readFigures(view, at);
    if (!figures || figures.values.length > 3) return null;
    if (figures.values.length === 2) return monthAndYear(view, at, figures);
    const fields = fieldsOf(figures);
    if (!fields) return null;
    const time = readIsoTime(view, figures.last);
    if (time) return point(at, time.end, { ...fields, ...(time.clock && { clock: time.clock }) });
    const era = view.tokens.gaps[figures.last] >= Gap.Line ? null : readEra(view, figures.last, fields.year ?? 0);
    return point(at, era?.end ?? figures.last, { ...fields, ...withCalendar(fields.year ?? 0, era?.value.calendar) });
  },
};
