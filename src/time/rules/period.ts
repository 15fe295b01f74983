/** «العام الماضي», «هذا الأسبوع», «الشهر نفسه»; with an edge also bare: «نهاية العام», «نهاية الأسبوع» the weekend. */
import type { Direction, TimeMod } from '../expression.ts';
import { type Period, readDirection, readPeriod, readPlainPeriod, stepsOf } from '../phrases/direction.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { type Found, point, type Rule } from './rule.ts';

const ANAPHORS: ReadonlySet<Direction> = new Set<Direction>(['same', 'next', 'previous']);

function found(first: number, last: number, { unit, direction }: Period): Found {
  return point(first, last, {
    shift: { unit, amount: stepsOf(direction) },
    ...(ANAPHORS.has(direction) && { direction }),
  });
}

export const period: Rule = {
  name: 'period',
  wakes: Wake.Period | Wake.This,
  read(view, at) {
    const read = readPeriod(view, at);
    return read && found(at, read.end, read.value);
  },
};

/** «نهاية الأسبوع الماضي», «عطلة نهاية الأسبوع»: TIMEX3 has a value for the weekend. */
function weekend(view: TokenView, at: number): Found | null {
  const word = view.single(at + 1);
  if (view.single(at)?.senses.edge !== 'END' || word?.senses.unit !== 'W.1' || !word.definite || word.clitics !== '')
    return null;
  const direction = readDirection(view, at + 2);
  const steps = direction ? stepsOf(direction.value) : 0;
  const anaphor = direction && ANAPHORS.has(direction.value);
  return point(at, direction?.end ?? at + 2, {
    weekend: true,
    shift: { unit: 'W', amount: steps },
    ...(anaphor && { direction: direction.value }),
  });
}

export const edge: Rule = {
  name: 'edge',
  wakes: Wake.Edge,
  read(view, at) {
    const word = view.word(at);
    const mod = word?.senses.edge as TimeMod | undefined;
    if (!word || mod === undefined) return null;
    const week = weekend(view, at);
    if (week) return week;
    const next = at + word.length;
    const plain = view.beginsLine(next) ? null : (readPeriod(view, next) ?? readPlainPeriod(view, next));
    if (plain && plain.value.unit !== 'D') return { ...found(at, plain.end, plain.value), mod };
    return { ...point(at, next, {}), mod, weak: true };
  },
};
