/** «الساعة السادسة والنصف صباحا», «18:00 بتوقيت غرينتش», «العاشرة مساء»; bare «18:00» waits for a day to join. */
import { readClock } from '../phrases/clock.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

const ARTICLE = '\u0627\u0644';

function headedClock(view: TokenView, at: number): Found | null {
  const head = view.single(at);
  if (!head?.senses.role?.includes('clockHead')) return null;
  let from = view.form(at + 1) === ARTICLE && view.number(at + 2) >= 0 ? at + 2 : at + 1;
  if (view.sign(from) === ':' && view.number(from + 1) >= 0) from++;
  if (view.beginsLine(from)) return null;
  const clock = readClock(view, from, true);
  if (!clock || (!head.definite && view.number(from) >= 0)) return null;
  return point(at, clock.end, { clock: clock.value });
}

const PLACES = ['in', 'to', 'from', 'since', 'about', 'before', 'after', 'between'];

/** «في الثامنة», «إلى 10 مساء»: after such a word an hour is meant, not a rank or a count. */
function isPlaced(view: TokenView, at: number): boolean {
  return !view.beginsLine(at) && (view.single(at - 1)?.senses.role?.some(role => PLACES.includes(role)) ?? false);
}

const ARTICLE_FORM = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)/u; // ال with clitics

/** «الجلسة السابعة مساء»: after a noun with the article the ordinal is its rank. */
function ranksNoun(view: TokenView, at: number): boolean {
  return !view.beginsLine(at) && view.isWord(at - 1) && ARTICLE_FORM.test(view.form(at - 1));
}

/** «من مساء الخميس», «مساء الخميس». */
function partFollows(view: TokenView, at: number): boolean {
  const from = view.is(at, 'of') ? at + 1 : at;
  return !view.beginsLine(from) && view.word(from)?.senses.part !== undefined && view.word(from)?.clitics === '';
}

export const clock: Rule = {
  name: 'clock',
  wakes: Wake.Clock | Wake.Number | Wake.Year | Wake.Ordinal,
  read(view, at) {
    const headed = headedClock(view, at);
    if (headed) return headed;
    const read = readClock(view, at, false);
    if (!read) return null;
    const found = point(at, read.end, { clock: read.value });
    if (read.proved || (read.settled && isPlaced(view, at))) return found;
    const numeric = view.number(at) >= 0;
    const placed = isPlaced(view, at) || (!view.beginsLine(at) && !ranksNoun(view, at));
    if (!numeric && !(placed && partFollows(view, read.end))) return null;
    return numeric && read.end === at + 1 ? null : { ...found, weak: true };
  },
};
