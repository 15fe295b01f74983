/** A year: «2015», «عام 2015م», «سنة 1436هـ», «عام ألفين وثلاثة», «العام 2015», «عام 67», «323 قبل الميلاد». */
import type { TokenView } from '../view.ts';
import { isPartOfFigure, type Read, readNumberWords } from './number.ts';

export interface Year {
  readonly year: number;
  readonly calendar?: 'hijri';
  readonly bc?: true;
}

/** Years that a bare figure may mean beside a month. */
function isYearFigure(view: TokenView, at: number): boolean {
  const value = view.number(at);
  return value >= 1300 && value <= 2199 && view.digits(at) === 4;
}

/** The era words after a year: م, هـ, للميلاد, قبل الميلاد, also in brackets. */
export function readEra(view: TokenView, at: number, year: number): Read<Year> {
  const open = view.sign(at) === '(' ? 1 : 0;
  const close = (end: number): number => (open === 0 ? end : view.sign(end) === ')' ? end + 1 : -1);
  const word = view.beginsLine(at) ? null : view.word(at + open);
  const end = close(at + open + (word?.length ?? 0));
  if (word && end > 0) {
    if (word.senses.role?.includes('hijri')) return { value: { year, calendar: 'hijri' }, end };
    if (word.senses.role?.includes('bc')) return { value: { year, bc: true }, end };
    if (word.senses.role?.includes('gregorian') && !view.sign(at + open + word.length).startsWith('\u00b2'))
      return { value: { year }, end };
  }
  return { value: { year }, end: at };
}

/** A figure that stands where a year must stand (after a month or a head noun), with its era. */
export function readYearFigure(view: TokenView, at: number): Read<Year> | null {
  if (!isYearFigure(view, at) || view.beginsLine(at)) return null;
  const era = readEra(view, at + 1, view.number(at));
  if (era.end === at + 1 && view.senses(at + 1)?.quantityAfter !== undefined && !view.beginsLine(at + 1)) return null;
  const { year } = era.value;
  return year < 1500 && !era.value.bc ? { value: { year, calendar: 'hijri' }, end: era.end } : era;
}

/** What may follow عام: figures of one to four digits, of which two digits mean the twentieth century. */
function figureAfterHead(view: TokenView, at: number): Read<Year> | null {
  const value = view.number(at);
  if (value < 0 || value > 2999) return null;
  const era = readEra(view, at + 1, value);
  if (era.value.calendar || era.value.bc) return era;
  if (isPartOfFigure(view, at) && view.digits(at) < 4) return null;
  if (view.digits(at) === 4 && value >= 1000)
    return value >= 1300 && value < 1460 && hijriContext(view, at) ? hijri(era) : era;
  if (view.digits(at) === 3 && value >= 500) return era;
  return view.digits(at) === 2 && value >= 30 && value <= 99 ? { value: { year: 1900 + value }, end: era.end } : null;
}

/** Without an era a figure such as 1436 is the Hijri year of today's papers; 1389 might be a year of Europe's past. */
function hijriContext(view: TokenView, at: number): boolean {
  return view.number(at) >= 1380;
}

function hijri(era: Read<Year>): Read<Year> {
  return { value: { ...era.value, calendar: 'hijri' }, end: era.end };
}

function skipArticle(view: TokenView, at: number): number {
  return view.form(at) === '\u0627\u0644' && view.number(at + 1) >= 0 ? at + 1 : at; // ALEF LAM
}

/** عام / سنة / العام + year; academic and fiscal years too («العام الدراسي 2015»). */
export function readHeadedYear(view: TokenView, at: number): Read<Year> | null {
  if (!view.is(at, 'yearHead')) return null;
  let from = at + 1;
  if (view.is(from, 'academic') && !view.beginsLine(from)) from++;
  if (view.beginsLine(from)) return null;
  if (view.sign(from) === '(' && view.sign(from + 2) === ')') {
    const inner = figureAfterHead(view, from + 1);
    return inner && inner.end === from + 2 ? { value: inner.value, end: from + 3 } : null;
  }
  from = skipArticle(view, from);
  const several = view.single(at)?.senses.unit?.endsWith('.n') ?? false; // «السنوات الـ30»
  const figure = several && view.digits(from) !== 4 ? null : figureAfterHead(view, from);
  if (figure) return figure;
  const words = readNumberWords(view, from);
  return words && words.value >= 1000 && words.value < 3000 && view.word(from)?.clitics === ''
    ? readEra(view, words.end, words.value)
    : null;
}
