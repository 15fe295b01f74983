/** «كل يوم», «يوميا», «نصف سنوي», «كل ثلاثة أشهر», «كل خميس». */
import { periodValue, readCountedUnit } from '../phrases/amount.ts';
import { Wake } from '../words.ts';
import type { Rule } from './rule.ts';

export const set: Rule = {
  name: 'set',
  wakes: Wake.Set | Wake.Every,
  read(view, at) {
    const word = view.word(at);
    if (word?.senses.set !== undefined) {
      const end = at + word.length;
      const weekday = view.single(end)?.senses.bareWeekday ?? view.single(end)?.senses.weekday;
      if (word.senses.set === 'P1D' && word.length === 2 && weekday !== undefined && view.single(end)?.clitics === '')
        return { first: at, last: end + 1, meaning: { kind: 'set', value: `XXXX-WXX-${weekday}` } };
      return { first: at, last: end, meaning: { kind: 'set', value: word.senses.set } };
    }
    if (view.single(at)?.senses.every === undefined) return null;
    const next = view.single(at + 1);
    if (next?.senses.part !== undefined && next.clitics === '' && next.length === 1 && !view.beginsLine(at + 1))
      return { first: at, last: at + 2, meaning: { kind: 'set', value: 'P1D' } };
    const weekday = view.single(at + 1)?.senses.bareWeekday;
    if (weekday !== undefined && weekday !== 7 && weekday !== 1 && view.single(at + 1)?.clitics === '') {
      return { first: at, last: at + 2, meaning: { kind: 'set', value: `XXXX-WXX-${weekday}` } };
    }
    const amount = readCountedUnit(view, at + 1, true);
    if (!amount || amount.value.amount === null || (view.word(at + 1)?.clitics !== '' && view.number(at + 1) < 0))
      return null;
    return { first: at, last: amount.end, meaning: { kind: 'set', value: periodValue(amount.value) } };
  },
};
