/** A month by name, perhaps in two systems: «شهر يوليو», «يوليو/تموز», «تموز (يوليو)», «كانون الثاني يناير». */
import type { MonthName } from '../../lexicon/calendar.ts';
import type { TokenView } from '../view.ts';
import type { Read } from './number.ts';

/** The month at a place; `head` tells that شهر stood before it. */
export interface MonthRead extends Read<MonthName> {
  readonly head: boolean;
  /** Two names agree: no doubt is left. */
  readonly doubled: boolean;
}

const OPENERS: ReadonlySet<string> = new Set(['/', '(', '-', '\\']);

/** The second name of the same month, and the bracket that closes it. */
function secondName(view: TokenView, at: number, first: MonthName, firstKey: string): number {
  const opener = view.sign(at);
  const from = OPENERS.has(opener) ? at + 1 : at;
  const word = view.word(from);
  const month = word?.senses.month;
  if (!word || !month || month.number !== first.number || month.calendar !== first.calendar) return -1;
  if (view.key(from) === firstKey) return -1; // «صفر - صفر»
  if (view.beginsLine(from) || word.clitics !== '') return -1;
  const end = from + word.length;
  if (opener !== '(') return end;
  return view.sign(end) === ')' ? end + 1 : -1;
}

/** Month with its head noun. Nothing is judged here: weak names are judged by the rules. */
export function readMonth(view: TokenView, at: number): MonthRead | null {
  let from = at;
  const head = view.is(at, 'monthHead') && !view.single(at)?.definite;
  if (head) from = at + 1;
  const word = view.word(from);
  const month = word?.senses.month;
  if (!word || !month || (from > at && (word.clitics !== '' || view.beginsLine(from)))) return null;
  const end = from + word.length;
  const second = secondName(view, end, month, view.key(from));
  return second > 0 ? { value: month, end: second, head, doubled: true } : { value: month, end, head, doubled: false };
}
