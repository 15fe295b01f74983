/** Ranges of figures that share what follows: «من 7 إلى 8 مايو», «يومي 11 و12 يوليو», «3-4 ديسمبر», «2021-2023», «بين عامي 2010 و2015». */
import type { Point } from '../expression.ts';
import { readTail } from '../phrases/date-tail.ts';
import { readDirection, readPeriod, readPlainPeriod, stepsOf } from '../phrases/direction.ts';
import { readMonth } from '../phrases/month.ts';
import type { Read } from '../phrases/number.ts';
import { readEra } from '../phrases/year.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { readDay, withArticle } from './day-month.ts';
import { numericDate } from './numeric-date.ts';
import type { Found, Rule } from './rule.ts';

const AND = '\u0648';
const ARTICLE = '\u0627\u0644';
const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '/']);

/** The place after «إلى», «و», «-», «حتى»; -1 when none stands there. `named` tells which. */
function readConnector(view: TokenView, at: number): { end: number; and: boolean } | null {
  if (view.beginsLine(at)) return null;
  const skipArticle = (i: number): number => (view.form(i) === ARTICLE && view.number(i + 1) >= 0 ? i + 1 : i);
  if (DASHES.has(view.sign(at))) return { end: skipArticle(at + 1), and: false };
  const form = view.form(at);
  if ((form === AND || form === AND + ARTICLE) && view.number(at + 1) >= 0) return { end: at + 1, and: true };
  const phrase = view.word(at);
  if (phrase?.senses.role?.includes('to')) {
    const next = at + phrase.length;
    return { end: skipArticle(view.is(next, 'dayHead') ? next + 1 : next), and: false };
  }
  const word = view.single(at);
  if (word?.clitics === AND && (word.senses.ordinal !== undefined || word.senses.firstDay !== undefined))
    return { end: at, and: true };
  return null;
}

/** Range words before the first figure belong to the span: من, بين, ما بين, يومي, أيام. */
export function opening(view: TokenView, at: number): { first: number; opened: boolean; days: boolean } {
  let first = at;
  let days = false;
  let opened = false;
  if (view.is(first - 1, 'daysHead') || view.is(first - 1, 'dayHead')) {
    first--;
    days = true;
  }
  const startClitic = days ? (view.single(first)?.clitics ?? '') : '';
  if (startClitic === '' && !view.beginsLine(first)) {
    if (view.word(first - 2)?.length === 2 && view.is(first - 2, 'between'))
      return { first: first - 2, opened: true, days };
    if (view.is(first - 1, 'between') || (view.is(first - 1, 'from') && view.single(first - 1)?.clitics !== '\u0643')) {
      first--;
      opened = true;
    }
  }
  return { first, opened: opened || days, days };
}

interface SharedTail {
  readonly fields: Partial<Point>;
  readonly end: number;
}

/** «18 و19 الجاري»: of two days only the present month is left unsaid. */
function unsaidMonth(view: TokenView, at: number): SharedTail | null {
  if (view.number(at - 1) < 0 || !view.single(at)?.definite) return null;
  const direction = readDirection(view, at);
  return direction?.value === 'present' ? { fields: { shift: { unit: 'M', amount: 0 } }, end: direction.end } : null;
}

/** The month that both days share. */
export function sharedTail(view: TokenView, at: number): SharedTail | null {
  const unsaid = unsaidMonth(view, at);
  if (unsaid) return unsaid;
  const from = view.is(at, 'of') && view.word(at)?.clitics === '' ? at + 1 : at;
  if (view.beginsLine(from)) return null;
  const period = from > at ? (readPeriod(view, from) ?? readPlainPeriod(view, from)) : null;
  if (period?.value.unit === 'M') {
    const { direction } = period.value;
    const anaphor = direction === 'same' || direction === 'next' || direction === 'previous';
    return {
      fields: { shift: { unit: 'M', amount: stepsOf(direction) }, ...(anaphor && { direction }) },
      end: period.end,
    };
  }
  const slash = view.sign(at) === '/' ? at + 1 : from;
  const month = readMonth(view, slash);
  if (!month || (view.word(slash)?.clitics ?? '') !== '') return null;
  const tail = readTail(view, month.end);
  const hijri = month.value.calendar === 'hijri';
  return {
    fields: {
      month: month.value.number,
      system: month.value.system,
      ...tail.value,
      ...(hijri && { calendar: 'hijri' as const }),
    },
    end: tail.end,
  };
}

/** «من 8 إلى 29/11/1433هـ»: the second day is a date in figures. */
function rangeToFigures(view: TokenView, at: number, from: Read<number>): Found | null {
  const connector = readConnector(view, from.end);
  const date = connector && view.sign(from.end) !== '/' ? numericDate.read(view, connector.end) : null;
  if (date?.meaning.kind !== 'point' || date.meaning.day === undefined) return null;
  const { first, opened } = opening(view, withArticle(view, at));
  if (!opened || date.meaning.day <= from.value) return null;
  return {
    first,
    last: date.last,
    meaning: { kind: 'interval', from: { ...date.meaning, day: from.value }, to: date.meaning },
  };
}

export const dayRange: Rule = {
  name: 'day-range',
  wakes: Wake.Number | Wake.Ordinal | Wake.FirstDay,
  read(view, at): Found | null {
    const from = readDay(view, at) ?? dayInFigure(view, at);
    if (!from) return null;
    const figures = rangeToFigures(view, at, from);
    if (figures) return figures;
    let last = from;
    for (let i = 0; i < 6; i++) {
      const connector = readConnector(view, last.end);
      const next = connector && (readDay(view, connector.end) ?? dayInFigure(view, connector.end));
      if (!next) break;
      last = next;
    }
    if (last === from || last.value === from.value) return null;
    const shared = sharedTail(view, last.end);
    if (!shared) return null;
    const { first } = opening(view, withArticle(view, at));
    return {
      first,
      last: shared.end,
      meaning: {
        kind: 'interval',
        from: { kind: 'point', day: from.value, ...shared.fields },
        to: { kind: 'point', day: last.value, ...shared.fields },
      },
    };
  },
};

/** The 3 of «3-4 ديسمبر», which by itself would look like a part of a score. */
function dayInFigure(view: TokenView, at: number): { value: number; end: number } | null {
  const value = view.number(at);
  return value >= 1 && value <= 31 && view.digits(at) <= 2 ? { value, end: at + 1 } : null;
}

function isYear(view: TokenView, at: number): boolean {
  const value = view.number(at);
  return value >= 1000 && value <= 2199 && view.digits(at) === 4;
}

function yearHead(view: TokenView, at: number): number {
  let first = at;
  if (view.is(first - 1, 'academic')) first--;
  if (view.is(first - 1, 'yearHead') && !view.beginsLine(first)) return first - 1;
  return at;
}

export const yearRange: Rule = {
  name: 'year-range',
  wakes: Wake.Year | Wake.YearHead,
  read(view, woken): Found | null {
    const at = view.number(woken) < 0 ? woken + (view.is(woken + 1, 'academic') ? 2 : 1) : woken;
    return isYear(view, at) && (at === woken || !view.beginsLine(at)) ? readYears(view, at) : null;
  },
};

function readYears(view: TokenView, at: number): Found | null {
  const a = view.number(at);
  const era = readEra(view, at + 1, a);
  const connector = readConnector(view, era.end);
  if (!connector) return null;
  const head = view.is(connector.end, 'yearHead') ? connector.end + 1 : connector.end;
  const short = view.sign(era.end) !== '' && view.digits(head) === 2 && view.number(head) === (a + 1) % 100;
  if (!isYear(view, head) && !short) return null;
  const b = short ? a + 1 : view.number(head);
  const after = readEra(view, head + 1, b).value;
  if (
    (after.bc ? b >= a : b <= a) ||
    (view.glued(head + 1) && DASHES.has(view.sign(head + 1)) && view.number(head + 2) >= 0)
  )
    return null;
  const startsAt = yearHead(view, at);
  const { first, opened } = opening(view, startsAt);
  const dashed = DASHES.has(view.sign(era.end));
  const dual = ['عامي', 'سنتي', 'موسمي'].includes(view.form(startsAt).slice(-4));
  if (connector.and && !dual && !view.is(first, 'between')) return null;
  if (!connector.and && !dashed && !opened) return null;
  const last = readEra(view, head + 1, b);
  const hijri = last.value.calendar ?? (a < 1500 && dashed && b < 1500 && a > 1380 ? 'hijri' : undefined);
  const one = (year: number): Point => ({
    kind: 'point',
    year,
    ...(hijri && { calendar: 'hijri' }),
    ...(last.value.bc && { bc: true }),
  });
  return { first, last: last.end, meaning: { kind: 'interval', from: one(a), to: one(b) } };
}
