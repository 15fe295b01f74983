/** What may follow a month: its year («2015», «من عام 2015», «العام الماضي»), or a modifier («الماضي»). */
import type { Direction, Unit } from '../expression.ts';
import type { TokenView } from '../view.ts';
import { readDirection, readPeriod, stepsOf } from './direction.ts';
import type { Read } from './number.ts';
import { readHeadedYear, readYearFigure } from './year.ts';

/** The fields that a tail gives to a point. */
export interface Tail {
  readonly year?: number;
  readonly calendar?: 'hijri';
  readonly bc?: true;
  readonly direction?: Direction;
  readonly shift?: { readonly unit: Unit; readonly amount: number };
}

const SEPARATORS: ReadonlySet<string> = new Set(['/', '-', ',', '\u060c', '.', '\u2013']); // ARABIC COMMA, EN DASH

function plainYear(view: TokenView, at: number): Read<Tail> | null {
  if (!SEPARATORS.has(view.sign(at))) return readYearFigure(view, at);
  return view.beginsLine(at) || view.beginsLine(at + 1) ? null : readYearFigure(view, at + 1);
}

/** «من العام الماضي», «العام الجاري», «من السنة نفسها», «من هذا العام». */
function pointedYear(view: TokenView, at: number): Read<Tail> | null {
  const from = view.is(at, 'of') ? at + 1 : at;
  if (view.beginsLine(from) || (view.word(from)?.clitics ?? '') !== '') return null;
  const period = readPeriod(view, from);
  if (period?.value.unit !== 'Y') return null;
  const { direction } = period.value;
  const anaphor = direction === 'same' || direction === 'next' || direction === 'previous';
  return {
    value: { shift: { unit: 'Y', amount: stepsOf(direction) }, ...(anaphor && { direction }) },
    end: period.end,
  };
}

function headedYear(view: TokenView, at: number): Read<Tail> | null {
  const from = view.is(at, 'of') || view.sign(at) === '\u060c' ? at + 1 : at;
  const clitics = view.single(from)?.clitics ?? '';
  return view.beginsLine(from) || (clitics !== '' && clitics !== '\u0644') ? null : readHeadedYear(view, from);
}

/** The tail at a place, the empty one when there is none. */
export function readTail(view: TokenView, at: number): Read<Tail> {
  const year = view.beginsLine(at) ? null : (plainYear(view, at) ?? headedYear(view, at) ?? pointedYear(view, at));
  if (year) {
    const after = year.value.year === undefined ? null : readDirection(view, year.end);
    return after && after.value !== 'new' ? { value: year.value, end: after.end } : year;
  }
  const direction = readDirection(view, at);
  if (!direction || direction.value === 'new') return { value: {}, end: at };
  const further = pointedYear(view, direction.end);
  if (further) return further;
  return { value: { direction: direction.value }, end: direction.end };
}
