/** «عيد الفطر», «عاشوراء», «عيد العمال»; and the vague «الآن», «مؤخرا», «وقت لاحق». */

import { readTail } from '../phrases/date-tail.ts';
import { readDirection } from '../phrases/direction.ts';
import { Wake } from '../words.ts';
import { point, type Rule } from './rule.ts';

export const named: Rule = {
  name: 'named-day',
  wakes: Wake.Named,
  read(view, at) {
    const word = view.word(at);
    if (word?.senses.named === undefined) return null;
    const end = at + word.length;
    const tail = readTail(view, end);
    const direction = readDirection(view, end);
    if (direction && direction.value !== 'new')
      return point(at, direction.end, { named: word.senses.named, direction: direction.value });
    return point(at, tail.end, { named: word.senses.named, ...tail.value });
  },
};

/** «قريبا من»: near a place, not soon. */
export const vague: Rule = {
  name: 'vague',
  wakes: Wake.Vague,
  read(view, at) {
    const word = view.word(at);
    if (word?.senses.vague === undefined) return null;
    if (word.senses.vague === 'FUTURE_REF' && word.length === 1 && view.is(at + 1, 'of')) return null;
    return { first: at, last: at + word.length, meaning: { kind: 'vague', value: word.senses.vague } };
  },
};
