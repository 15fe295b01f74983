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

export const clock: Rule = {
  name: 'clock',
  wakes: Wake.Clock | Wake.Number | Wake.Ordinal,
  read(view, at) {
    const headed = headedClock(view, at);
    if (headed) return headed;
    const read = readClock(view, at, false);
    if (!read) return null;
    const numeric = view.number(at) >= 0;
    if (!numeric && !read.proved) return null;
    const found = point(at, read.end, { clock: read.value });
    return read.proved ? found : { ...found, weak: true };
  },
};
