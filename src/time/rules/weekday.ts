/** «الخميس», «يوم الأحد الماضي», «يومه السبت», «هذا الأحد», «/الجمعة/»; without the article only after يوم. */

import type { Direction } from '../expression.ts';
import { readDirection } from '../phrases/direction.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { point, type Rule } from './rule.ts';

const WEEKDAY_DIRECTIONS: ReadonlySet<Direction> = new Set<Direction>([
  'past',
  'past2',
  'previous',
  'last',
  'future',
  'future2',
  'next',
  'present',
  'same',
]);

/** «أحمد الخميس»: a person, unless a modifier or a date follows. */
function isSurname(view: TokenView, at: number): boolean {
  if (view.beginsLine(at) || view.single(at - 1)?.senses.givenName === undefined || view.single(at)?.clitics !== '')
    return false;
  const following = view.single(at + 1)?.senses;
  return readDirection(view, at + 1) === null && view.number(at + 1) < 0 && following?.weekday === undefined;
}

/** «جمعة, 05/31/2024», "Tue, 04 Aug 2015": at the head of a date line the article may be missing. */
function headsLine(view: TokenView, at: number): boolean {
  if (!view.beginsLine(at) && view.sign(at - 1) === '') return false;
  const comma = view.sign(at + 1) === ',' || view.sign(at + 1) === '\u060c' ? at + 2 : at + 1;
  return (
    view.number(comma) >= 0 &&
    !view.beginsLine(comma) &&
    view.is(comma + 1, 'of') === false &&
    (comma > at + 1 || view.sign(comma + 1) !== '')
  );
}

export const weekday: Rule = {
  name: 'weekday',
  wakes: Wake.Weekday | Wake.DayHead | Wake.This,
  read(view, at) {
    let from = at;
    const pointed = view.single(from)?.senses.this;
    if (pointed !== undefined) from++;
    const head = view.is(from, 'dayHead') && (view.single(from)?.senses.weekday ?? 0) === 0;
    if (head) from++;
    const word = view.single(from);
    const day = word?.senses.weekday ?? (head || headsLine(view, from) ? word?.senses.bareWeekday : undefined);
    if (!word || day === undefined || (from > at && (word.clitics !== '' || view.beginsLine(from)))) return null;
    if (head && view.is(from + 1, 'some')) return null;
    if (from === at && isSurname(view, at)) return null;
    const direction = readDirection(view, from + 1);
    const valid = direction && WEEKDAY_DIRECTIONS.has(direction.value) ? direction : null;
    const implied = pointed === 'same' ? ('same' as const) : pointed ? ('present' as const) : undefined;
    const value = valid?.value ?? implied;
    return point(at, valid?.end ?? from + 1, { weekday: day, ...(value && { direction: value }) });
  },
};
