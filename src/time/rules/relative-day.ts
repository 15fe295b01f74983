/** «اليوم», «أمس الأول», «بعد غد», «الليلة الماضية», «هذا المساء»; «شباب اليوم» is nowadays. */
import { readDirection } from '../phrases/direction.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

const TODAY = '\u0627\u0644\u064a\u0648\u0645'; // اليوم

/** «اليوم» that no weekday follows: with one it is today whatever stands before («لقاء شباب اليوم الخميس»). */
function isOpenToday(view: TokenView, at: number): boolean {
  return view.form(at) === TODAY && !view.beginsLine(at) && view.senses(at + 1)?.weekday === undefined;
}

function isNowadays(view: TokenView, at: number): boolean {
  return isOpenToday(view, at) && view.single(at - 1)?.senses.nowadaysBefore !== undefined;
}

/** «24 ساعة في اليوم»: a day, not this one; newspapers write «اليوم» for today without a preposition. */
function isPerDay(view: TokenView, at: number): boolean {
  return isOpenToday(view, at) && view.is(at - 1, 'in');
}

function deicticDay(view: TokenView, at: number): Found | null {
  const head = view.is(at, 'dayHead') ? at + 1 : at;
  const word = view.word(head);
  if (!word || (head > at && (word.clitics !== '' || view.beginsLine(head)))) return null;
  const { deictic, weakDeictic } = word.senses;
  if (deictic !== undefined) {
    if (isPerDay(view, at)) return null;
    if (isNowadays(view, at)) return { first: at, last: at + 1, meaning: { kind: 'vague', value: 'PRESENT_REF' } };
    return point(at, head + word.length, { shift: { unit: 'D', amount: deictic } });
  }
  if (weakDeictic === undefined) return null;
  const found = point(at, head + 1, { shift: { unit: 'D', amount: weakDeictic } });
  return head > at ? found : { ...found, weak: true };
}

/** «الليلة», «الليلة الماضية», «هذه الليلة», «هذا المساء». */
function night(view: TokenView, at: number): Found | null {
  const from = view.single(at)?.senses.this === 'present' ? at + 1 : at;
  const word = view.single(from);
  if (!word || (from > at && (word.clitics !== '' || view.beginsLine(from)))) return null;
  if (word.senses.tonight !== undefined) {
    const direction = readDirection(view, from + 1);
    const amount =
      direction?.value === 'past' || direction?.value === 'previous' ? -1 : direction?.value === 'future' ? 1 : 0;
    return point(at, direction?.end ?? from + 1, { shift: { unit: 'D', amount }, part: 'NI' });
  }
  const part = from > at ? word.senses.partNoun : undefined;
  return part === undefined ? null : point(at, from + 1, { shift: { unit: 'D', amount: 0 }, part });
}

export const relativeDay: Rule = {
  name: 'relative-day',
  wakes: Wake.Deictic | Wake.DayHead | Wake.This,
  read: (view, at) => night(view, at) ?? deicticDay(view, at),
};
